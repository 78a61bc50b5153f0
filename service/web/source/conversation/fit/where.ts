// Where does the person live: a postcode, or the name of a place?
import { makeField, makeTextbox } from "../../shared/fields";
import { isDigit, PlaceHelp } from "../../shared/place_help";
import type { Answer, Question } from "./form";

const kName = "postcode";
const kMaxLetters = 60;

function makeInputs(answer: Answer): Node[] {
  const { texts } = answer.desk;
  const resolve = async (): Promise<void> => {
    const typed = input.value.trim();
    const postcode = await help.resolve(typed).catch(() => null); // without the table a postcode still will do
    if (postcode !== null && input.isConnected && input.value.trim() === typed) answer.set(postcode);
  };
  const input = makeTextbox({
    maxlength: kMaxLetters, value: answer.value as string | undefined,
    focus: () => help.prepare(),
    input: () => {
      const typed = input.value.trim();
      answer.set(isDigit(typed.charAt(0)) ? typed : undefined);
      void resolve();
    },
  });
  const help = new PlaceHelp(texts, (name) => {
    input.value = name;
    void resolve();
    input.focus();
  });
  return [makeField({ id: kName, label: texts.say(`conversation.fit.questions.${kName}.label`), input }), help.element];
}

export const kWhere: Question = { name: kName, path: ["person", "postcode"], makeInputs, inputOf: () => kName };
