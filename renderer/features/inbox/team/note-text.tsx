import { readMentions } from '../../../../shared/rules/read-mentions.ts';
import { useTeam } from '../../../link/use-team.ts';

/** A colleague's words, with whom they name. */
export function NoteText({ text }: { text: string }) {
  const { people } = useTeam();
  const spans = readMentions(text, people);
  const from = (index: number) => spans[index - 1]?.end ?? 0;
  return (
    <p className="inbox-text">
      {spans.map(({ start, end }, index) => (
        <span key={start}>
          {text.slice(from(index), start)}
          <b className="inbox-named">{text.slice(start, end)}</b>
        </span>
      ))}
      {text.slice(from(spans.length))}
    </p>
  );
}
