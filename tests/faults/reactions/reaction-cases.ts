import type { Network } from '../../../shared/contract/shapes.ts';

/** What becomes of the work and the account. `sign-in`, `permission`, `restricted` and `throttled` are
 *  the account's health too; `daily-limit` holds one post; `again` needs nobody; the rest are the reasons
 *  that a refused post is told with. */
export type Seen =
  | 'sign-in'
  | 'permission'
  | 'restricted'
  | 'throttled'
  | 'daily-limit'
  | 'again'
  | 'refused'
  | 'picture-refused'
  | 'picture-unreachable'
  | 'video-refused'
  | 'caption-refused'
  | 'link-refused'
  | 'tag-refused'
  | 'media-unusable'
  | 'duplicate';

export type ReactionCase = {
  /** `code` or `code/subcode`, as the network says them. */
  numbers: string;
  code: number;
  subcode?: number;
  network: Network;
  meaning: string;
  seen: Seen;
  /** On the closed list of answers after which a visible call was surely not carried out. */
  isProof: boolean;
  /** Trouble of the network itself. */
  isTrouble: boolean;
  /** What reading shows to be hidden is shown again by its id: after trouble of the network, and after no
   *  more than “not there”, which fresh objects say for a while. */
  isRepeated: boolean;
};

/** One line a row of the client's table: numbers, our word for it, what the studio does. A star marks the
 *  answers that prove that nothing happened, a wave trouble of the network itself, a question mark no more than “not
 *  there”. */
const facebook = `
  190/458      app-removed               sign-in *
  190/459      checkpoint                sign-in *
  190/460      password-changed          sign-in *
  190/463      session-expired           sign-in *
  190/464      account-unconfirmed       sign-in *
  190/467      token-invalidated         sign-in *
  190/490      second-step               sign-in *
  190/492      role-lost                 permission *
  190/2069032  page-token-required       sign-in *
  368/1390008  too-fast                  restricted
  368/1346003  content-flagged           restricted
  368/1404102  community-standards       restricted
  368/1404006  security-check            restricted
  200/1404078  publishing-authorisation  restricted
  10/1893063   messaging-restricted      restricted
  17/2446079   call-limit                throttled *
  100/1366051  photo-used                again
  324/1366046  picture-unreadable        picture-refused
  100/1349125  post-format               refused
  200/1609008  link                      link-refused *
  6000/1363019 upload-offset             again ~
  390/1363030  upload-trouble            again ~
  6000/1363041 upload-session            again
  200/1363005  video-permission          permission *
  352/1363022  video-size                video-refused
  352/1363025  video-length              video-refused
  352/1363020  video-format              video-refused
  200/2069030  not-for-new-pages         refused *
  10/2018278   message-window            refused *
  10/2018108   person-unreachable        again *
  2/2018344    page-permission           permission
  1/99         answer-broken             again
  100/2108006  before-professional       refused
  100/33       object-missing            again ?
  2            network-trouble           again ~
  3            capability-missing        permission
  4            app-limit                 throttled *
  6            method-retired            refused
  10           permission-missing        permission *
  13           method-retired            refused
  17           user-limit                throttled *
  18           resource-limit            throttled
  21           page-moved                again ?
  32           page-limit                throttled *
  100          bad-parameter             refused *
  100          bad-parameter             refused
  102          session                   sign-in
  104          proof-missing             sign-in
  110          object-missing            again ?
  190          token-dead                sign-in *
  200          permission-missing        permission *
  210          page-token-required       sign-in *
  321          album-full                refused
  324          picture-unreadable        picture-refused
  341          feed-limit                throttled
  352          video-format              video-refused
  368          blocked                   restricted
  389          media-unreachable         picture-unreachable
  390          upload-trouble            again ~
  463          token-dead                sign-in
  490          token-dead                sign-in
  492          role-lost                 permission
  506          duplicate-post            duplicate
  551          person-unreachable        again ?
  613          call-limit                throttled *
  803          object-missing            again ?
  1200         network-trouble           again ~
  1500         link                      link-refused
  1609005      link                      link-refused
  1545041      message-window            refused
  1705         page-token-required       sign-in
  2500         bad-path                  refused
  2635         version-retired           refused
  6000         upload-session            again
  6001         upload-trouble            again ~
  10900        private-reply-done        duplicate
  10902        private-reply-impossible  refused
  80001        account-limit             throttled *`;

const instagram = `
  4/2207051    spam-suspected            restricted
  25/2207050   account-restricted        restricted
  9/2207042    publishing-limit          daily-limit *
  9007/2207027 container-not-ready       again *
  -2/2207003   media-download-timeout    again ~
  -1/2207001   instagram-trouble         again ~
  -1/2207032   container-not-created     again ~
  -2/2207020   media-expired             again
  -1/2207053   upload-broken             again
  24/2207008   container-missing         again
  -1/2207085   container-locked          again
  9004/2207052 media-unreachable         picture-unreachable
  36001/2207083 image-format             picture-refused
  36000/2207004 image-too-big            picture-refused
  36003/2207009 aspect-ratio             picture-refused
  36004/2207010 caption-too-long         caption-refused
  352/2207026  video-format              video-refused
  1/2207057    thumbnail-time            refused
  100/2207018  collaborator              refused
  100/2207067  media-type                refused
  100/2207028  carousel-count            refused
  100/2207035  tag-place-on-video        tag-refused
  100/2207036  tag-place-missing         tag-refused
  100/2207037  tag-product               tag-refused
  100/2207040  tag-count                 tag-refused
  100/2207081  trial-reels               refused
  9            publishing-limit          daily-limit
  24           container-missing         again
  25           account-restricted        restricted
  9004         media-unreachable         picture-unreachable
  9007         container-not-ready       again
  36000        image-too-big             picture-refused
  36001        image-format              picture-refused
  36003        aspect-ratio              picture-refused
  36004        caption-too-long          caption-refused
  80002        account-limit             throttled *`;

function readCases(network: Network, lines: string): ReactionCase[] {
  return lines
    .trim()
    .split('\n')
    .map((line) => {
      const [numbers = '', meaning = '', seen = '', mark] = line.trim().split(/\s+/);
      const [code, subcode] = numbers.split('/').map(Number);
      return {
        numbers,
        code: code ?? 0,
        ...(subcode === undefined ? {} : { subcode }),
        network,
        meaning,
        seen: seen as Seen,
        isProof: mark === '*',
        isTrouble: mark === '~',
        isRepeated: mark === '~' || mark === '?',
      };
    });
}

export const reactionCases: readonly ReactionCase[] = [
  ...readCases('facebook', facebook),
  ...readCases('instagram', instagram),
];

/** The words of the network that a person must find again where the network's words are told. */
export const userMessage = 'Der Beitrag gefällt uns nicht.';

/** The fault that makes the practice network say so. */
export function faultOf({ code, subcode, isProof }: ReactionCase) {
  return {
    mode: 'error',
    code,
    ...(subcode === undefined ? {} : { subcode }),
    userMessage,
    count: 1,
    // A bad parameter proves something only when it is named.
    ...(code === 100 && isProof ? { blame: 'message' } : {}),
  };
}
