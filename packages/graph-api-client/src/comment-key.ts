/** What makes a comment the same comment: the network spells one id as `post_comment` here and as the
 *  bare last part there. */
export function commentKey(id: string): string {
  return id.slice(id.lastIndexOf('_') + 1);
}
