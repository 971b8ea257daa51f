/** The Wednesday to come: its neighbours lie in the same week of the calendar. */
export function wednesday(): Date {
  const day = new Date();
  do day.setDate(day.getDate() + 1);
  while (day.getDay() !== 3);
  return day;
}

/** Whether that Wednesday lies behind the coming Monday, with which a week of the calendar begins. */
export function isNextWeek(): boolean {
  const today = new Date().getDay();
  return today === 0 || today >= 3;
}

export function dayAfter(day: Date): Date {
  const next = new Date(day);
  next.setDate(next.getDate() + 1);
  return next;
}

/** As the date field of a French window names a day. */
export function longDay(day: Date): string {
  const parts = { day: 'numeric', month: 'long', year: 'numeric' } as const;
  return new Intl.DateTimeFormat('fr-FR', parts).format(day);
}

/** `2026-11-26`; Swedish writes days so. */
export const isoDay = (day: Date): string => new Intl.DateTimeFormat('sv-SE').format(day);
