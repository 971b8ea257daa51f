import { BlockList, isIP } from 'node:net';

/** Where pictures may go: the practice network only fetches from this computer, the real one never. */
export type Reach = 'public' | 'loopback';

/** Why an address is refused before anything is sent to it. */
export type AddressFault = 'wrong' | 'insecure' | 'credentials' | 'private' | 'outside';

export type JudgedAddress = { ok: true; url: URL } | { ok: false; fault: AddressFault };

const privateRanges = new BlockList();
const ranges4 = [
  '0.0.0.0/8',
  '10.0.0.0/8',
  '100.64.0.0/10',
  '127.0.0.0/8',
  '169.254.0.0/16',
  '172.16.0.0/12',
  '192.0.0.0/24',
  '192.0.2.0/24',
  '192.88.99.0/24',
  '192.168.0.0/16',
  '198.18.0.0/15',
  '198.51.100.0/24',
  '203.0.113.0/24',
  '224.0.0.0/4',
  '240.0.0.0/4',
];
// With those that carry an IPv4 address inside: what they lead to cannot be judged here.
const ranges6 = [
  '::/127',
  '64:ff9b::/96',
  '64:ff9b:1::/48',
  '100::/64',
  '2001::/32',
  '2001:db8::/32',
  '2002::/16',
  'fc00::/7',
  'fe80::/9',
  'ff00::/8',
];
for (const [ranges, family] of [
  [ranges4, 'ipv4'],
  [ranges6, 'ipv6'],
] as const) {
  for (const range of ranges) {
    const [net = '', bits = ''] = range.split('/');
    privateRanges.addSubnet(net, Number(bits), family);
  }
}

/** Is this IP address one that only a home, an office or this computer knows? */
export function isPrivateIp(ip: string): boolean {
  const family = isIP(ip);
  if (family === 0) return true;
  return privateRanges.check(ip, family === 6 ? 'ipv6' : 'ipv4');
}

const loopbackHosts = ['127.0.0.1', 'localhost', '[::1]'];
const homeNames = /(^|\.)(localhost|local|internal|intranet|lan|home|corp|home\.arpa)\.?$/;

function isPrivateHost(host: string): boolean {
  const bare = host.replace(/^\[|\]$/g, '');
  if (isIP(bare) !== 0) return isPrivateIp(bare);
  return homeNames.test(bare) || !bare.replace(/\.$/, '').includes('.');
}

/** Judges an address that the merchant set (`own`: nothing secret may stand in it) or that a storage
 *  answered. A name that leads to a private address is found out only when it is looked up. */
export function judgeAddress(
  text: string,
  reach: Reach,
  kind: 'own' | 'answered' = 'own',
): JudgedAddress {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (!url || !/^https?:$/.test(url.protocol)) return { ok: false, fault: 'wrong' };
  const fault = faultOf(url, reach, kind);
  return fault ? { ok: false, fault } : { ok: true, url };
}

function faultOf(url: URL, reach: Reach, kind: 'own' | 'answered'): AddressFault | undefined {
  if (url.username !== '' || url.password !== '') return 'credentials';
  if (kind === 'own' && (url.search !== '' || url.hash !== '')) return 'credentials';
  if (reach === 'loopback') return loopbackHosts.includes(url.hostname) ? undefined : 'outside';
  if (isPrivateHost(url.hostname)) return 'private';
  return url.protocol === 'https:' ? undefined : 'insecure';
}

/** `path` behind the path of `base`, with one slash between them. */
export function joinUrl(base: URL, path: string): string {
  return `${base.origin}${base.pathname.replace(/\/+$/, '')}/${path}`;
}
