/** How often, by name. */
export type Numbers = Record<string, number>;

/** What became of all posts, answers and other deeds of one kind. */
export type KindTally = {
  targets: number;
  published: number;
  /** Taken back by the person before they were visible. */
  cancelled: number;
  /** Not out at first, with a reason that the person was told: by its code. */
  told: Numbers;
  /** A person was asked: by the question's code. */
  asked: Numbers;
  doubled: number;
  lost: number;
  visibleCalls: number;
};

export type Failure = { seed: number; message: string };

export type Tally = {
  runs: number;
  kinds: Record<string, KindTally>;
  requests: number;
  /** Faults that struck a request, by mode. */
  faults: Numbers;
  /** Crashes, clock jumps, lost lines and the like, by name. */
  events: Numbers;
  failures: Failure[];
};

export function emptyTally(): Tally {
  return { runs: 0, kinds: {}, requests: 0, faults: {}, events: {}, failures: [] };
}

export function kindOf(tally: Tally, name: string): KindTally {
  return (tally.kinds[name] ??= {
    ...{ targets: 0, published: 0, cancelled: 0, doubled: 0, lost: 0, visibleCalls: 0 },
    ...{ told: {}, asked: {} },
  });
}

export function count(numbers: Numbers, name: string, by = 1): void {
  numbers[name] = (numbers[name] ?? 0) + by;
}

/** Adds what a part of the runs counted to the whole. */
export function addTally(whole: Tally, part: Tally): void {
  whole.runs += part.runs;
  whole.requests += part.requests;
  whole.failures.push(...part.failures);
  addNumbers(whole.faults, part.faults);
  addNumbers(whole.events, part.events);
  for (const [name, from] of Object.entries(part.kinds)) {
    const to = kindOf(whole, name);
    for (const key of plainCounts) to[key] += from[key];
    addNumbers(to.told, from.told);
    addNumbers(to.asked, from.asked);
  }
}

const plainCounts = [
  ...(['targets', 'published', 'cancelled', 'doubled', 'lost'] as const),
  'visibleCalls' as const,
];

function addNumbers(to: Numbers, from: Numbers): void {
  for (const [name, by] of Object.entries(from)) count(to, name, by);
}

export function sumOf(numbers: Numbers): number {
  return Object.values(numbers).reduce((sum, number) => sum + number, 0);
}

/** All kinds in one line. */
export function totalOf(tally: Tally): KindTally {
  const whole = emptyTally();
  for (const kind of Object.values(tally.kinds)) {
    addTally(whole, { ...emptyTally(), kinds: { all: kind } });
  }
  return kindOf(whole, 'all');
}
