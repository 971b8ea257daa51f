export interface PageRow {
  id: string;
  name: string;
  username: string;
  category: string;
  ig_id: string | null;
  is_published: number;
}

export interface PostRow {
  id: string;
  page_id: string;
  kind: 'feed' | 'photo' | 'video' | 'reel';
  message: string;
  link: string | null;
  /** `draft` is what a schedule without its type becomes: it never goes out. */
  mode: 'live' | 'hidden' | 'scheduled' | 'draft';
  created_at: number;
  published_at: number | null;
  scheduled_at: number | null;
  updated_at: number;
  deleted_at: number | null;
  timeline_hidden: number;
}

export interface PostMediaRow {
  post_id: string;
  position: number;
  media_kind: 'photo' | 'video';
  media_id: string;
}

export interface PhotoRow {
  id: string;
  page_id: string;
  file: string;
  width_px: number;
  height_px: number;
  alt: string | null;
  caption: string | null;
  temporary: number;
  created_at: number;
  post_id: string | null;
  deleted_at: number | null;
}

export interface VideoRow {
  id: string;
  page_id: string;
  kind: 'feed' | 'reel' | 'story';
  session_id: string | null;
  size_bytes: number;
  received_bytes: number;
  file: string | null;
  title: string | null;
  description: string | null;
  created_at: number;
  session_open: number;
  ready_at: number | null;
  error: string | null;
  facts: string | null;
  wants_published: number;
  scheduled_at: number | null;
  published_at: number | null;
  post_id: string | null;
  deleted_at: number | null;
}

export interface CommentRow {
  id: string;
  network: 'fb' | 'ig';
  object_id: string;
  parent_id: string | null;
  from_id: string;
  from_name: string;
  message: string;
  created_at: number;
  arrived_at: number;
  counted_at: number;
  rank: number;
  hidden: number;
  own: number;
  likes: number;
  liked_by_page: number;
  private_reply_at: number | null;
  edited_at: number | null;
  deleted_at: number | null;
}
