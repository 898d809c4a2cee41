/** Days and terms. Days of one form compare as text. */

import type { Day, Term, Time } from "../model/books.ts";

const DAY_MS = 86_400_000;

/** The day of a time, in UTC. */
export function dayOf(time: Time): Day {
  return time.slice(0, 10);
}

/** Whether a term holds on a day; `until` is the first day on which it does not. */
export function holdsOn({ from, until }: Term, day: Day): boolean {
  return from <= day && (until === undefined || day < until);
}

/** Whether the day is one of the calendar: no thirtieth of February. */
export function isDay(day: Day): boolean {
  const date = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(day);
}

/** The time so many days later. */
export function addDays(time: Time, days: number): Time {
  return new Date(Date.parse(time) + days * DAY_MS).toISOString().replace(".000Z", "Z");
}

/** The day so many days later. */
export function addToDay(day: Day, days: number): Day {
  return dayOf(addDays(`${day}T00:00:00Z`, days));
}
