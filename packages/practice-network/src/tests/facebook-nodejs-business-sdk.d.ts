// The SDK ships no types; these are the parts in use.
declare module 'facebook-nodejs-business-sdk' {
  type Values = Readonly<Record<string, unknown>>;

  export class FacebookAdsApi {
    constructor(accessToken: string, locale?: string, crashLog?: boolean);
    call(
      method: string,
      path: string | readonly string[],
      params?: Values,
      files?: Values,
      multipart?: boolean,
      urlOverride?: string,
    ): Promise<Record<string, unknown>>;
  }

  /** A thing of the graph; its fields are properties once they were read. */
  class GraphObject {
    constructor(id: string, data?: Values, parent?: undefined, api?: FacebookAdsApi);
    readonly id: string;
    readonly [field: string]: unknown;
    get(fields: readonly string[], params?: Values): Promise<GraphObject>;
    update(fields: readonly string[], params?: Values): Promise<GraphObject>;
    delete(fields: readonly string[], params?: Values): Promise<GraphObject>;
  }

  type Read = (fields: readonly string[], params?: Values) => Promise<Cursor>;
  type Create = (fields: readonly string[], params?: Values) => Promise<GraphObject>;

  /** A page of a list. */
  export interface Cursor extends Array<GraphObject> {
    hasNext(): boolean;
    next(): Promise<Cursor>;
  }

  export class User extends GraphObject {
    getAccounts: Read;
  }
  export class Page extends GraphObject {
    createFeed: Create;
    createPhoto: Create;
    getInsights: Read;
    getPublishedPosts: Read;
  }
  export class PagePost extends GraphObject {
    createComment: Create;
    getComments: Read;
    getInsights: Read;
  }
  export class IGUser extends GraphObject {
    createMedia: Create;
    createMediaPublish: Create;
    getInsights: Read;
    getMedia: Read;
  }
  export class IGMedia extends GraphObject {
    createComment: Create;
    getComments: Read;
    getInsights: Read;
  }
}
