/** What Turbo tells when a form was sent. */
export type Answered = { success?: boolean; fetchResponse?: { serverError: boolean; location: URL } };

/** Whether the server took what a form sent. One that first asks who is there also leads to a page of its own, and took nothing. */
export function isTaken(answer: Answered): boolean {
  return answer.success === true && answer.fetchResponse?.location.pathname !== "/sign-in";
}
