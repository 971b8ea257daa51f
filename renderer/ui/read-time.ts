/** Reads a time as people write it (`18:30`, `18h30`, `1830`, `18 h`, `6:30 pm`) as `HH:mm`. */
export function readTime(text: string): string | undefined {
  const match = /^\s*(\d{1,2})(?:\s*[:h.]\s*(\d{2})?|(\d{2}))?\s*(am|pm)?\s*$/i.exec(text);
  if (!match) return undefined;
  const [, hourText = '', afterMark, joined, half] = match;
  const minutes = Number(afterMark ?? joined ?? 0);
  const hours = halfDay(Number(hourText), half?.toLowerCase());
  if (hours === undefined || hours > 23 || minutes > 59) return undefined;
  return `${String(hours).padStart(2, '0')}:${String(minutes).padStart(2, '0')}`;
}

function halfDay(hours: number, half: string | undefined): number | undefined {
  if (half === undefined) return hours;
  if (hours < 1 || hours > 12) return undefined;
  return (hours % 12) + (half === 'pm' ? 12 : 0);
}
