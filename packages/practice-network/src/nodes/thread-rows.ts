/** A conversation between a Page (or its Instagram account) and one person. */
export interface ThreadRow {
  id: string;
  page_id: string;
  network: 'fb' | 'ig';
  person_id: string;
  person_name: string;
  created_at: number;
  updated_at: number;
  unread: number;
  /** When the person last wrote; null while only the Page did. */
  heard_at: number | null;
  answered: number;
}

export interface ThreadMessageRow {
  n: number;
  id: string;
  thread_id: string;
  from_page: number;
  text: string;
  comment_id: string | null;
  /** One `KeptAttachment` or a list of them, as JSON. */
  attachment: string | null;
  created_at: number;
}

/** A picture or file that came with a message, as it is kept. */
export interface KeptAttachment {
  type: 'image' | 'video' | 'audio' | 'file';
  file: string;
  name: string;
  mimeType: string;
  sizeBytes: number;
  widthPx?: number;
  heightPx?: number;
  /** Of a film: the picture that stands for it. */
  preview?: string;
}
