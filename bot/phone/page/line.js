// The line to the phone server: sends what the person does, listens for what changes.

import { language } from "./words.js";

const RETRY_MS = 1500;

/** Do one thing as this person; resolves to the server's result, rejects when it did not happen. */
export async function act(person, action, args = {}) {
  const answer = await fetch(`/api/people/${person}/${action}`, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ ...args, language }),
  });
  const body = await answer.json();
  if (!answer.ok) throw new Error(body.error);
  return body.result;
}

/** Who can hold the phone. */
export async function people() {
  const answer = await fetch("/api/people");
  return (await answer.json()).people;
}

/**
 * Listen until the returned function is called. A lost connection is taken up again where it
 * broke; a server that no longer knows the place sends the whole screen instead.
 */
export function listen(person, { snapshot, change, online }) {
  let cursor = "";
  let source;
  let retry;
  const connect = () => {
    const query = new URLSearchParams({ after: cursor, language });
    source = new EventSource(`/api/people/${person}/events?${query}`);
    source.onopen = () => online(true);
    source.onerror = () => {
      online(false);
      source.close();
      retry = setTimeout(connect, RETRY_MS);
    };
    for (const [name, take] of Object.entries({ snapshot, change })) {
      source.addEventListener(name, (event) => {
        cursor = event.lastEventId;
        take(JSON.parse(event.data));
      });
    }
  };
  connect();
  return () => {
    clearTimeout(retry);
    source.close();
  };
}
