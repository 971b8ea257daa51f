import { diffWords } from './word-diff.ts';

/** One text with what differs from another marked: struck out, and underlined. */
export function TextDiff({ before, after }: { before: string; after: string }) {
  return (
    <p className="text-diff">
      {diffWords(before, after).map((part, at) => {
        if (part.change === 'removed') return <del key={at}>{part.text}</del>;
        if (part.change === 'added') return <ins key={at}>{part.text}</ins>;
        return <span key={at}>{part.text}</span>;
      })}
    </p>
  );
}
