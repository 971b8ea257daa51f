import {
  campaignColour,
  campaignContent,
  campaignUtm,
  type CampaignContent,
} from '../../shared/contract/campaigns.ts';
import type { Db } from '../db/transact.ts';

export type CampaignRow = CampaignContent & {
  id: string;
  archivedAt: number | null;
  updatedAt: number;
};

type RawRow = {
  id: string;
  name: string;
  startsOn: string;
  endsOn: string;
  colour: string;
  goal: string | null;
  utm: string;
  archivedAt: number | null;
  updatedAt: number;
};

/** Of a campaign's posts by the state that each wears, and the comments under them. */
export type PostCounts = { posts: number; drafts: number; published: number; asking: number };

export type CampaignStore = ReturnType<typeof campaignStore>;

const columns = `id, name, starts_on AS startsOn, ends_on AS endsOn, colour, goal, utm,
  archived_at AS archivedAt, updated_at AS updatedAt`;

export function campaignStore(db: Db) {
  const list = db.prepare<[number], RawRow>(
    `SELECT ${columns} FROM campaigns WHERE removed_at IS NULL AND (archived_at IS NOT NULL) = ?
     ORDER BY starts_on, name, id`,
  );
  const find = db.prepare<[string], RawRow>(
    `SELECT ${columns} FROM campaigns WHERE id = ? AND removed_at IS NULL`,
  );
  const put = db.prepare<[ReturnType<typeof written>]>(
    `INSERT INTO campaigns (id, name, starts_on, ends_on, colour, goal, utm, archived_at, updated_at)
     VALUES (@id, @name, @startsOn, @endsOn, @colour, @goal, @utm, @archivedAt, @updatedAt)
     ON CONFLICT (id) DO UPDATE SET name = excluded.name, starts_on = excluded.starts_on,
       ends_on = excluded.ends_on, colour = excluded.colour, goal = excluded.goal,
       utm = excluded.utm, archived_at = excluded.archived_at, updated_at = excluded.updated_at`,
  );
  const setRemoved = db.prepare<[number | null, string]>(
    'UPDATE campaigns SET removed_at = ? WHERE id = ?',
  );
  return {
    list: (archived: boolean) => list.all(archived ? 1 : 0).map(parseRow),
    find: (id: string) => [find.get(id)].flatMap((row) => (row ? parseRow(row) : []))[0],
    put: (row: CampaignRow) => put.run(written(row)),
    setRemoved: (id: string, removedAt: number | null) => setRemoved.run(removedAt, id).changes > 0,
    ...counters(db),
  };
}

/** Posts are written by posts, targets by publishing, comments by the inbox: here they are only counted,
 *  in one query each. */
function counters(db: Db) {
  // A post asks, is out or is planned by the targets that are left; one without any is a draft.
  const posts = db.prepare<[string], PostCounts>(
    `SELECT count(*) AS posts, coalesce(sum(live = 0), 0) AS drafts,
       coalesce(sum(live > 0 AND live = out), 0) AS published, coalesce(sum(asks > 0), 0) AS asking
     FROM (SELECT
         count(targets.id) FILTER (WHERE state <> 'cancelled') AS live,
         count(targets.id) FILTER (WHERE state = 'published') AS out,
         count(targets.id) FILTER (WHERE state IN ('failed', 'missed', 'uncertain')) AS asks
       FROM posts LEFT JOIN targets ON targets.post_id = posts.id AND targets.role = 'post'
       WHERE posts.campaign_id = ? AND posts.removed_at IS NULL GROUP BY posts.id)`,
  );
  const comments = db
    .prepare<[string], number>(
      `SELECT count(*) FROM posts
       JOIN targets ON targets.post_id = posts.id AND targets.remote_id IS NOT NULL
       JOIN threads ON threads.account_id = targets.account_id
         AND threads.post_remote_id = targets.remote_id
       JOIN comments ON comments.thread_id = threads.id AND comments.mine = 0
         AND comments.deleted = 0
       WHERE posts.campaign_id = ? AND posts.removed_at IS NULL`,
    )
    .pluck();
  return {
    countPosts: (id: string): PostCounts =>
      posts.get(id) ?? { posts: 0, drafts: 0, published: 0, asking: 0 },
    countComments: (id: string): number => comments.get(id) ?? 0,
  };
}

function written({ goal, utm, ...row }: CampaignRow) {
  return {
    ...row,
    goal: goal === undefined ? null : JSON.stringify(goal),
    utm: JSON.stringify(utm ?? {}),
  };
}

const storedGoal = campaignContent.shape.goal;

function parseRow({ colour, goal, utm, ...row }: RawRow): CampaignRow {
  return {
    ...row,
    colour: campaignColour.parse(colour),
    goal: goal === null ? undefined : storedGoal.parse(JSON.parse(goal)),
    utm: campaignUtm.parse(JSON.parse(utm)),
  };
}
