/** `sends`: they are to be sent, `on`: and the next thread is to be opened; what was typed behind that is the
 *  `rest`. */
export type Early = { text: string; sends: 'here' | 'on' | undefined; rest: string };

/** What is typed for a thread that is still being read: its box has it as soon as it stands. */
export type EarlyLetters = {
  read(threadId: string): Early;
  write(threadId: string, early: Early): void;
  /** Hands them over, once. */
  take(threadId: string): Early | undefined;
};

export const noLetters: Early = { text: '', sends: undefined, rest: '' };

export function earlyLetters(): EarlyLetters {
  const kept = new Map<string, Early>();
  return {
    read: (threadId) => kept.get(threadId) ?? noLetters,
    write: (threadId, early) => void kept.set(threadId, early),
    take(threadId) {
      const early = kept.get(threadId);
      kept.delete(threadId);
      return early;
    },
  };
}

/** Sending was meant for a hand that waited: who went elsewhere finds the words, and sends them or not. */
export function unsent({ text, rest }: Early): Early {
  return { ...noLetters, text: [text, rest].filter((words) => words !== '').join(' ') };
}
