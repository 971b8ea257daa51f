import { openTestShelves, type TestShelves } from '../tests/support/library-fixture.ts';
import { compare, type BenchLine } from './measure.ts';

const assetCount = 50_000;
const smallCount = 1000;
const depth = 40_000;
const pageSize = 100;
const words = ['arum', 'pothos', 'cactus', 'rosier', 'fougere', 'lavande', 'tulipe', 'hortensia'];

/** A library of fifty thousand: a page far down, and words that are looked for. */
export async function benchLibrary(): Promise<BenchLine[]> {
  const shelves = openTestShelves();
  try {
    fill(shelves, assetCount);
    return [
      await benchFirstPage(shelves),
      await benchPage(shelves),
      await benchOffset(shelves),
      await benchSearch(shelves),
    ];
  } finally {
    shelves.close();
  }
}

function fill({ tools, add }: TestShelves, count: number): void {
  tools.transact(() => {
    for (let index = 0; index < count; index++) {
      const name = `${words[index % words.length]}-${index % 977}_${index}.jpg`;
      add(`asset-${index}`, { name, createdAt: index * 60_000 });
    }
  });
}

/** What the window asks for when the gallery is opened again: how it is laid out, and its first page. */
async function benchFirstPage(shelves: TestShelves): Promise<BenchLine> {
  const small = openTestShelves();
  try {
    fill(small, smallCount);
    const open = ({ library }: TestShelves) => {
      const { total } = library.outline();
      if (library.page({ limit: pageSize }).items.length !== pageSize) throw new Error(`${total}`);
    };
    return await compare({
      name: 'library-page',
      target: 1.5,
      better: 'lower',
      rounds: 21,
      against: `a library of ${smallCount} in place of ${assetCount}`,
      ours: repeat(20, () => open(shelves)),
      yardstick: repeat(20, () => open(small)),
    });
  } finally {
    small.close();
  }
}

function benchPage({ library }: TestShelves): Promise<BenchLine> {
  const page = (from: number) => () => {
    const { items } = library.page({ from, limit: pageSize });
    if (items.length !== pageSize) throw new Error(`${items.length} on the page`);
  };
  return compare({
    name: 'library-page-40000',
    target: 1.5,
    better: 'lower',
    rounds: 21,
    against: `the first page of the same ${assetCount}`,
    ours: repeat(20, page(depth)),
    yardstick: repeat(20, page(0)),
  });
}

/** Which hundred stand there: the same question, asked of a list that counts from its beginning. */
function benchOffset({ library, tools }: TestShelves): Promise<BenchLine> {
  const offset = tools.db
    .prepare<[number, number], string>(
      `SELECT id FROM assets WHERE kind <> 'file' AND binned_at IS NULL AND same_as IS NULL
       ORDER BY created_at DESC, id DESC LIMIT ? OFFSET ?`,
    )
    .pluck();
  return compare({
    name: 'library-offset',
    target: 20,
    better: 'higher',
    rounds: 15,
    against: 'OFFSET paging to the same place',
    ours: repeat(20, () => void library.ids({ from: depth, to: depth + pageSize })),
    yardstick: repeat(20, () => void offset.all(pageSize, depth)),
  });
}

/** Every round asks for what was not asked for before: nothing is kept from one to the next. */
function benchSearch({ library, tools }: TestShelves): Promise<BenchLine> {
  const like = tools.db
    .prepare<[string, string], number>(
      `SELECT count(*) FROM library_text WHERE words LIKE ? AND words LIKE ?`,
    )
    .pluck();
  let asked = 0;
  const next = () => {
    asked += 1;
    return [words[asked % words.length] ?? '', String((asked * 7919) % 977)] as const;
  };
  return compare({
    name: 'library-search',
    target: 8,
    better: 'higher',
    rounds: 15,
    against: `LIKE over the words of ${assetCount}`,
    ours: repeat(5, () => {
      tools.events.changed('library');
      library.ids({ query: { text: next().join(' ') }, to: pageSize });
    }),
    yardstick: repeat(1, () => {
      const [word, number] = next();
      like.get(`%${word}%`, `%${number}%`);
    }),
  });
}

function repeat(times: number, work: () => void): () => Promise<void> {
  return () => {
    for (let round = 0; round < times; round++) work();
    return Promise.resolve();
  };
}
