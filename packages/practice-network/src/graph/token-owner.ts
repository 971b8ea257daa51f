/** Who a token speaks for. */
export interface TokenOwner {
  kind: 'user' | 'page' | 'app';
  id: string;
  token: string;
}
