// Imported, not read from disk, so that a bundled program carries them along.
import adVideo from '../../specs/AdVideo.json' with { type: 'json' };
import business from '../../specs/Business.json' with { type: 'json' };
import comment from '../../specs/Comment.json' with { type: 'json' };
import igComment from '../../specs/IGComment.json' with { type: 'json' };
import igMedia from '../../specs/IGMedia.json' with { type: 'json' };
import igUser from '../../specs/IGUser.json' with { type: 'json' };
import page from '../../specs/Page.json' with { type: 'json' };
import pagePost from '../../specs/PagePost.json' with { type: 'json' };
import photo from '../../specs/Photo.json' with { type: 'json' };
import productCatalog from '../../specs/ProductCatalog.json' with { type: 'json' };
import productItem from '../../specs/ProductItem.json' with { type: 'json' };
import igContainer from '../../specs/ShadowIGMediaBuilder.json' with { type: 'json' };
import unifiedThread from '../../specs/UnifiedThread.json' with { type: 'json' };
import user from '../../specs/User.json' with { type: 'json' };

export interface SpecParam {
  name: string;
}

export interface SpecEdge {
  method: string;
  endpoint?: string;
  name?: string;
  params: SpecParam[];
}

export interface Spec {
  apis: SpecEdge[];
  fields: { name: string }[];
}

/** The published lists by their own names. */
export const specFiles: Readonly<Record<string, Spec>> = {
  AdVideo: adVideo,
  Business: business,
  Comment: comment,
  IGComment: igComment,
  IGMedia: igMedia,
  IGUser: igUser,
  Page: page,
  PagePost: pagePost,
  Photo: photo,
  ProductCatalog: productCatalog,
  ProductItem: productItem,
  ShadowIGMediaBuilder: igContainer,
  UnifiedThread: unifiedThread,
  User: user,
};
