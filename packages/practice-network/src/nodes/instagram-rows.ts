export interface InstagramRow {
  id: string;
  username: string;
  name: string;
  page_id: string;
}

export interface ContainerRow {
  id: string;
  ig_id: string;
  kind: 'IMAGE' | 'VIDEO' | 'REELS' | 'STORIES' | 'CAROUSEL';
  is_child: number;
  caption: string | null;
  options: string;
  created_at: number;
  file: string | null;
  facts: string | null;
  waits_for_bytes: number;
  size_bytes: number;
  received_bytes: number;
  ready_at: number | null;
  error_subcode: number | null;
  stuck: number;
  parent_id: string | null;
  media_id: string | null;
}

/** What a container was made with, beside its own columns. */
export interface ContainerOptions {
  alt?: string;
  imageUrl?: string;
  videoUrl?: string;
  children?: string[];
  productTags?: ProductTag[];
  userTags?: unknown[];
  collaborators?: string[];
  shareToFeed?: boolean;
}

export interface ProductTag {
  productId: string;
  x?: number;
  y?: number;
}

export interface MediaRow {
  id: string;
  ig_id: string;
  container_id: string;
  caption: string | null;
  type: 'IMAGE' | 'VIDEO' | 'CAROUSEL_ALBUM';
  product_type: 'FEED' | 'REELS' | 'STORY';
  alt: string | null;
  file: string | null;
  facts: string | null;
  shortcode: string;
  published_at: number;
  listed_at: number;
  parent_id: string | null;
  position: number;
  comments_enabled: number;
  deleted_at: number | null;
}
