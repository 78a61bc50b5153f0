// What does Kring read in a person's words while they are typed?
import type { GapAnswer, Profile } from "v1";
import { askGaps } from "../../shared/api";
import { voiceOf } from "../manner";
import type { Desk } from "../step";

const kPause = 400; // ms without a key, after which the words are read

export type Reading = GapAnswer["understood"][number];
export type Heard = Pick<GapAnswer, "understood" | "safety">;

/** Reads the needs of the talk, and tells what it read. Only the needs are sent: faults elsewhere do not silence it. */
export class Understanding {
  private readonly desk: Desk;
  private readonly tell: (heard: Heard) => void;
  private readonly fail: (error: unknown) => void;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private asked = 0; // of several answers only the last question's counts

  constructor(desk: Desk, tell: (heard: Heard) => void, fail: (error: unknown) => void) {
    this.desk = desk;
    this.tell = tell;
    this.fail = fail;
  }

  /** Reads after a pause in the typing. */
  readSoon(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.read(), kPause);
  }

  async read(): Promise<void> {
    clearTimeout(this.timer);
    const asked = ++this.asked;
    const { talk } = this.desk.session;
    const { needs, not_meant } = talk.profile;
    if (!(needs ?? []).some((need) => need.text !== undefined)) {
      this.tell({ understood: [], safety: null });
      return;
    }
    const language = this.desk.texts.language.code === "nl" ? "nl" : "en";
    const profile: Profile = { ...voiceOf(talk, language), needs, ...(not_meant ? { not_meant } : {}) };
    try {
      const heard = await askGaps(profile, language);
      if (asked === this.asked) this.tell(heard);
    } catch (error) {
      if (asked === this.asked) this.fail(error);
    }
  }
}
