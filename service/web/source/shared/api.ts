// How is the service asked?
import type { Activity, ActivityPage, ConceptList, GapAnswer, MatchAnswer, PlaceList, Plan, PlanRequest, Problem, Profile } from "v1";

/** The service refused, or cannot be reached (then `problem` is absent). */
export class Refused extends Error {
  readonly problem: Problem | undefined;

  constructor(problem?: Problem) {
    super(problem?.detail ?? problem?.title ?? "unreachable");
    this.problem = problem;
  }
}

async function fetchAnswer(path: string, options: RequestInit): Promise<Response> {
  let answer: Response;
  try {
    answer = await fetch(path, options);
  } catch {
    throw new Refused();
  }
  if (answer.ok) return answer;
  const isProblem = answer.headers.get("Content-Type")?.startsWith("application/problem+json") ?? false;
  throw new Refused(isProblem ? await answer.json() as Problem : undefined);
}

async function get<Answer>(path: string, language: string): Promise<Answer> {
  return (await fetchAnswer(path, { headers: { "Accept-Language": language } })).json() as Promise<Answer>;
}

function post(path: string, body: unknown, language: string, type = "application/json"): Promise<Response> {
  const headers = { "Content-Type": "application/json", Accept: type, "Accept-Language": language };
  return fetchAnswer(path, { method: "POST", headers, body: JSON.stringify(body) });
}

/** The matches of a profile; at most `limit` (1 to 50), and the members of the portfolio. */
export async function askMatches(profile: Profile, language: string, limit = 20): Promise<MatchAnswer> {
  return (await post(`/v1/matches?limit=${limit}`, profile, language)).json() as Promise<MatchAnswer>;
}

export async function askGaps(profile: Profile, language: string): Promise<GapAnswer> {
  return (await post("/v1/gaps", profile, language)).json() as Promise<GapAnswer>;
}

export async function askPlan(request: PlanRequest, language: string): Promise<Plan> {
  return (await post("/v1/plans", request, language)).json() as Promise<Plan>;
}

/** The plan in another form: text/html, application/pdf, text/calendar or text/plain. */
export async function askPlanAs(type: string, request: PlanRequest, language: string): Promise<Blob> {
  return (await post("/v1/plans", request, language, type)).blob();
}

/** What a record system handed over: a profile with what the page asks. The token opens it once. */
export async function claimHandover(token: string, language: string): Promise<Profile> {
  return (await post("/v1/handovers/claims", { token }, language)).json() as Promise<Profile>;
}

export function getConcepts(language: string): Promise<ConceptList> {
  return get("/v1/concepts", language);
}

export function getPlaces(language: string): Promise<PlaceList> {
  return get("/v1/places", language);
}

export function getActivity(id: string, language: string): Promise<Activity> {
  return get(`/v1/activities/${encodeURIComponent(id)}`, language);
}

export function searchActivities(query: URLSearchParams, language: string): Promise<ActivityPage> {
  return get(`/v1/activities?${query.toString()}`, language);
}
