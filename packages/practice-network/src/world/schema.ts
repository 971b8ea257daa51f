/** All tables of a practice world. New ones come to old worlds by themselves; bump `schemaVersion` when one changes. */
export const schemaVersion = 1;

export const schemaSql = `
CREATE TABLE IF NOT EXISTS meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;
CREATE TABLE IF NOT EXISTS nodes (id TEXT PRIMARY KEY, kind TEXT NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS counters (name TEXT PRIMARY KEY, value INTEGER NOT NULL) STRICT;
CREATE TABLE IF NOT EXISTS tokens (
  token TEXT PRIMARY KEY, kind TEXT NOT NULL, owner_id TEXT NOT NULL, issued_at INTEGER NOT NULL,
  expires_at INTEGER, dead_subcode INTEGER) STRICT;
CREATE TABLE IF NOT EXISTS permissions (name TEXT PRIMARY KEY, granted INTEGER NOT NULL) STRICT;
CREATE TABLE IF NOT EXISTS businesses (id TEXT PRIMARY KEY, name TEXT NOT NULL) STRICT;
CREATE TABLE IF NOT EXISTS page_facts (
  page_id TEXT PRIMARY KEY, tasks TEXT NOT NULL, business_id TEXT NOT NULL, relation TEXT NOT NULL,
  listed INTEGER NOT NULL, personal_account TEXT) STRICT;
CREATE TABLE IF NOT EXISTS instagram_facts (
  ig_id TEXT PRIMARY KEY, kind TEXT NOT NULL, has_shop INTEGER NOT NULL) STRICT;
CREATE TABLE IF NOT EXISTS login_tokens (token TEXT PRIMARY KEY, parent TEXT, page_id TEXT) STRICT;
CREATE INDEX IF NOT EXISTS login_tokens_by_parent ON login_tokens (parent, page_id);
CREATE TABLE IF NOT EXISTS login_codes (
  code TEXT PRIMARY KEY, redirect_uri TEXT NOT NULL, expires_at INTEGER NOT NULL,
  used_at INTEGER) STRICT;
CREATE TABLE IF NOT EXISTS unticked_pages (page_id TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS users (id TEXT PRIMARY KEY, name TEXT NOT NULL) STRICT;
CREATE TABLE IF NOT EXISTS pages (
  id TEXT PRIMARY KEY, name TEXT NOT NULL, username TEXT NOT NULL, category TEXT NOT NULL,
  ig_id TEXT, is_published INTEGER NOT NULL DEFAULT 1) STRICT;
CREATE TABLE IF NOT EXISTS instagram_accounts (
  id TEXT PRIMARY KEY, username TEXT NOT NULL, name TEXT NOT NULL, page_id TEXT NOT NULL) STRICT;
CREATE TABLE IF NOT EXISTS catalogues (
  id TEXT PRIMARY KEY, name TEXT NOT NULL, shop_name TEXT NOT NULL, business_id TEXT NOT NULL) STRICT;

CREATE TABLE IF NOT EXISTS posts (
  id TEXT PRIMARY KEY, page_id TEXT NOT NULL, kind TEXT NOT NULL, message TEXT NOT NULL,
  link TEXT, mode TEXT NOT NULL, created_at INTEGER NOT NULL, published_at INTEGER,
  scheduled_at INTEGER, updated_at INTEGER NOT NULL, deleted_at INTEGER,
  timeline_hidden INTEGER NOT NULL DEFAULT 0) STRICT;
CREATE INDEX IF NOT EXISTS posts_by_page ON posts (page_id, created_at, id);
CREATE INDEX IF NOT EXISTS posts_by_publication ON posts (page_id, published_at, id)
  WHERE deleted_at IS NULL;
CREATE INDEX IF NOT EXISTS posts_scheduled ON posts (scheduled_at) WHERE mode = 'scheduled';
CREATE TABLE IF NOT EXISTS post_media (
  post_id TEXT NOT NULL, position INTEGER NOT NULL, media_kind TEXT NOT NULL, media_id TEXT NOT NULL,
  PRIMARY KEY (post_id, position)) STRICT;
CREATE INDEX IF NOT EXISTS post_media_by_media ON post_media (media_id);
CREATE TABLE IF NOT EXISTS photos (
  id TEXT PRIMARY KEY, page_id TEXT NOT NULL, file TEXT NOT NULL, width_px INTEGER NOT NULL,
  height_px INTEGER NOT NULL, alt TEXT, caption TEXT, temporary INTEGER NOT NULL,
  created_at INTEGER NOT NULL, post_id TEXT, deleted_at INTEGER) STRICT;
CREATE INDEX IF NOT EXISTS photos_by_page ON photos (page_id, created_at, id);
CREATE TABLE IF NOT EXISTS videos (
  id TEXT PRIMARY KEY, page_id TEXT NOT NULL, kind TEXT NOT NULL, session_id TEXT,
  size_bytes INTEGER NOT NULL DEFAULT 0, received_bytes INTEGER NOT NULL DEFAULT 0, file TEXT,
  title TEXT, description TEXT, created_at INTEGER NOT NULL, session_open INTEGER NOT NULL DEFAULT 1,
  ready_at INTEGER, error TEXT, facts TEXT, wants_published INTEGER NOT NULL DEFAULT 0,
  scheduled_at INTEGER, published_at INTEGER, post_id TEXT, deleted_at INTEGER) STRICT;
CREATE INDEX IF NOT EXISTS videos_by_page ON videos (page_id, created_at, id);
CREATE INDEX IF NOT EXISTS videos_by_session ON videos (session_id) WHERE session_id IS NOT NULL;
CREATE INDEX IF NOT EXISTS videos_waiting ON videos (ready_at)
  WHERE wants_published = 1 AND published_at IS NULL;
CREATE TABLE IF NOT EXISTS video_thumbnails (
  n INTEGER PRIMARY KEY, video_id TEXT NOT NULL, file TEXT NOT NULL, width_px INTEGER NOT NULL,
  height_px INTEGER NOT NULL, preferred INTEGER NOT NULL, at INTEGER NOT NULL) STRICT;
CREATE INDEX IF NOT EXISTS video_thumbnails_by_video ON video_thumbnails (video_id);
CREATE TABLE IF NOT EXISTS page_stories (
  post_id TEXT PRIMARY KEY, page_id TEXT NOT NULL, media_kind TEXT NOT NULL, media_id TEXT NOT NULL,
  created_at INTEGER NOT NULL, deleted_at INTEGER) STRICT;

CREATE TABLE IF NOT EXISTS containers (
  id TEXT PRIMARY KEY, ig_id TEXT NOT NULL, kind TEXT NOT NULL, is_child INTEGER NOT NULL,
  caption TEXT, options TEXT NOT NULL, created_at INTEGER NOT NULL, file TEXT, facts TEXT,
  waits_for_bytes INTEGER NOT NULL DEFAULT 0, size_bytes INTEGER NOT NULL DEFAULT 0,
  received_bytes INTEGER NOT NULL DEFAULT 0, ready_at INTEGER, error_subcode INTEGER,
  stuck INTEGER NOT NULL DEFAULT 0, parent_id TEXT, media_id TEXT) STRICT;
CREATE INDEX IF NOT EXISTS containers_by_account ON containers (ig_id, created_at);
CREATE TABLE IF NOT EXISTS ig_media (
  id TEXT PRIMARY KEY, ig_id TEXT NOT NULL, container_id TEXT NOT NULL UNIQUE, caption TEXT,
  type TEXT NOT NULL, product_type TEXT NOT NULL, alt TEXT, file TEXT, facts TEXT,
  shortcode TEXT NOT NULL, published_at INTEGER NOT NULL, listed_at INTEGER NOT NULL,
  parent_id TEXT, position INTEGER NOT NULL DEFAULT 0,
  comments_enabled INTEGER NOT NULL DEFAULT 1, deleted_at INTEGER) STRICT;
CREATE INDEX IF NOT EXISTS ig_media_by_account ON ig_media (ig_id, published_at, id)
  WHERE parent_id IS NULL;
CREATE INDEX IF NOT EXISTS ig_media_by_parent ON ig_media (parent_id) WHERE parent_id IS NOT NULL;
CREATE TABLE IF NOT EXISTS product_tags (
  media_id TEXT NOT NULL, product_id TEXT NOT NULL, x REAL, y REAL,
  PRIMARY KEY (media_id, product_id)) STRICT, WITHOUT ROWID;

CREATE TABLE IF NOT EXISTS comments (
  id TEXT PRIMARY KEY, network TEXT NOT NULL, object_id TEXT NOT NULL, parent_id TEXT,
  from_id TEXT NOT NULL, from_name TEXT NOT NULL, message TEXT NOT NULL,
  created_at INTEGER NOT NULL, arrived_at INTEGER NOT NULL, counted_at INTEGER NOT NULL,
  rank INTEGER NOT NULL, hidden INTEGER NOT NULL DEFAULT 0, own INTEGER NOT NULL DEFAULT 0,
  likes INTEGER NOT NULL DEFAULT 0, liked_by_page INTEGER NOT NULL DEFAULT 0,
  private_reply_at INTEGER, edited_at INTEGER, deleted_at INTEGER) STRICT;
CREATE TABLE IF NOT EXISTS comment_photos (
  comment_id TEXT PRIMARY KEY, photo_id TEXT NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS comment_attachments (
  comment_id TEXT PRIMARY KEY, attachment TEXT NOT NULL) STRICT, WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS comments_by_time ON comments (object_id, created_at, id);
CREATE INDEX IF NOT EXISTS comments_by_rank ON comments (object_id, rank, id);
CREATE INDEX IF NOT EXISTS comments_by_parent ON comments (parent_id, created_at, id)
  WHERE parent_id IS NOT NULL;
CREATE TABLE IF NOT EXISTS planned_comments (
  n INTEGER PRIMARY KEY, due_at INTEGER NOT NULL, network TEXT NOT NULL, object_id TEXT NOT NULL,
  from_id TEXT NOT NULL, from_name TEXT NOT NULL, message TEXT NOT NULL) STRICT;
CREATE INDEX IF NOT EXISTS planned_comments_due ON planned_comments (due_at);
CREATE TABLE IF NOT EXISTS reactions (
  object_id TEXT NOT NULL, person_id TEXT NOT NULL, person_name TEXT NOT NULL, kind TEXT NOT NULL,
  at INTEGER NOT NULL, PRIMARY KEY (object_id, person_id)) STRICT, WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS threads (
  id TEXT PRIMARY KEY, page_id TEXT NOT NULL, network TEXT NOT NULL, person_id TEXT NOT NULL,
  person_name TEXT NOT NULL, created_at INTEGER NOT NULL, updated_at INTEGER NOT NULL,
  unread INTEGER NOT NULL, heard_at INTEGER, answered INTEGER NOT NULL,
  UNIQUE (page_id, person_id)) STRICT;
CREATE INDEX IF NOT EXISTS threads_by_time ON threads (page_id, network, updated_at, id);
CREATE TABLE IF NOT EXISTS thread_messages (
  n INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, thread_id TEXT NOT NULL,
  from_page INTEGER NOT NULL, text TEXT NOT NULL, comment_id TEXT, attachment TEXT,
  created_at INTEGER NOT NULL) STRICT;
CREATE INDEX IF NOT EXISTS thread_messages_by_thread ON thread_messages (thread_id, n, id);
CREATE TABLE IF NOT EXISTS planned_messages (
  n INTEGER PRIMARY KEY, due_at INTEGER NOT NULL, page_id TEXT NOT NULL, network TEXT NOT NULL,
  person_id TEXT NOT NULL, person_name TEXT NOT NULL, message TEXT NOT NULL) STRICT;
CREATE INDEX IF NOT EXISTS planned_messages_due ON planned_messages (due_at);
CREATE TABLE IF NOT EXISTS mentions (
  id TEXT PRIMARY KEY, network TEXT NOT NULL, owner_id TEXT NOT NULL, from_id TEXT NOT NULL,
  from_name TEXT NOT NULL, text TEXT NOT NULL, created_at INTEGER NOT NULL) STRICT;
CREATE INDEX IF NOT EXISTS mentions_by_time ON mentions (owner_id, created_at, id);
CREATE TABLE IF NOT EXISTS blocked_people (
  page_id TEXT NOT NULL, person_id TEXT NOT NULL, at INTEGER NOT NULL,
  PRIMARY KEY (page_id, person_id)) STRICT, WITHOUT ROWID;

CREATE TABLE IF NOT EXISTS products (
  id TEXT PRIMARY KEY, catalog_id TEXT NOT NULL, retailer_id TEXT NOT NULL, name TEXT NOT NULL,
  details TEXT NOT NULL, review_status TEXT NOT NULL, review_due_at INTEGER,
  created_at INTEGER NOT NULL, updated_at INTEGER NOT NULL, deleted_at INTEGER,
  UNIQUE (catalog_id, retailer_id)) STRICT;
CREATE TABLE IF NOT EXISTS product_appeals (
  product_id TEXT PRIMARY KEY, reason TEXT NOT NULL, at INTEGER NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS product_batches (
  handle TEXT PRIMARY KEY, catalog_id TEXT NOT NULL, requests TEXT NOT NULL,
  finish_at INTEGER NOT NULL, applied INTEGER NOT NULL DEFAULT 0, errors TEXT NOT NULL) STRICT;

CREATE TABLE IF NOT EXISTS ledger (
  n INTEGER PRIMARY KEY, at INTEGER NOT NULL, kind TEXT NOT NULL, object_id TEXT NOT NULL,
  details TEXT NOT NULL) STRICT;
CREATE TABLE IF NOT EXISTS journal (
  n INTEGER PRIMARY KEY, at INTEGER NOT NULL, method TEXT NOT NULL, path TEXT NOT NULL,
  params TEXT NOT NULL, status INTEGER, fault TEXT) STRICT;
CREATE TABLE IF NOT EXISTS faults (
  id INTEGER PRIMARY KEY, edge TEXT NOT NULL, mode TEXT NOT NULL, options TEXT NOT NULL,
  remaining INTEGER, chance REAL, seed INTEGER NOT NULL, seen INTEGER NOT NULL DEFAULT 0,
  hits INTEGER NOT NULL DEFAULT 0, skip INTEGER NOT NULL DEFAULT 0) STRICT;
`;
