/** An instant (UTC ms) by the clocks of a zone, as people name it: `jeu. 26 nov., 18:30`. */
export function speakTime(at: number, zone: string, language: 'fr' | 'en'): string {
  return new Intl.DateTimeFormat(language === 'fr' ? 'fr-FR' : 'en-GB', {
    timeZone: zone,
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit',
  }).format(at);
}
