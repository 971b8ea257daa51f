import type { Migration } from '../migration.ts';

export const migration: Migration = {
  version: 39,
  name: 'blocks-elsewhere',
  up(db) {
    db.exec(`
      -- 1: somebody blocked them in the network's own app; \`at\` is when that was noticed.
      ALTER TABLE blocked_people ADD COLUMN elsewhere INTEGER NOT NULL DEFAULT 0;
      -- Few among all that was sent: what the network lists is held against them.
      CREATE INDEX outbox_blocks ON outbox (account_id) WHERE kind = 'block';
    `);
  },
};
