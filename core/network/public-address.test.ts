import { describe, expect, it } from 'vitest';
import { isPrivateIp, judgeAddress } from './public-address.ts';

const faultOf = (text: string, reach: 'public' | 'loopback' = 'public') => {
  const judged = judgeAddress(text, reach);
  return judged.ok ? undefined : judged.fault;
};

describe('addresses of a shop with real accounts', () => {
  it.each(['https://s3.eu-west-3.amazonaws.com', 'https://images.example.com:8443/shop'])(
    'takes %s',
    (text) => expect(faultOf(text)).toBeUndefined(),
  );

  it.each([
    ['images.example.com', 'wrong'],
    ['', 'wrong'],
    ['ftp://images.example.com', 'wrong'],
    ['file:///etc/passwd', 'wrong'],
    ['http://images.example.com', 'insecure'],
    ['https://me:pass@images.example.com', 'credentials'],
    ['https://token@images.example.com', 'credentials'],
    ['https://images.example.com/?sig=abc', 'credentials'],
    ['https://images.example.com/#abc', 'credentials'],
  ])('S22 refuses %s as %s', (text, fault) => expect(faultOf(text)).toBe(fault));

  it.each([
    'https://localhost/x',
    'https://127.0.0.1/x',
    'https://2130706433/x',
    'https://0x7f.1/x',
    'https://[::1]/x',
    'https://[::ffff:10.0.0.1]/x',
    'https://10.1.2.3/x',
    'https://172.31.0.1/x',
    'https://192.168.1.1/x',
    'https://169.254.169.254/latest',
    'https://nas/x',
    'https://nas.local/x',
    'https://db.internal/x',
    'https://printer.lan./x',
  ])('S22 refuses the private %s', (text) => expect(faultOf(text)).toBe('private'));
});

describe('addresses of a practice shop', () => {
  it.each(['http://127.0.0.1:9000', 'http://localhost:9000/x', 'https://[::1]:9000'])(
    'takes %s',
    (text) => expect(faultOf(text, 'loopback')).toBeUndefined(),
  );

  it('S33 takes no address outside this computer', () => {
    expect(faultOf('https://s3.eu-west-3.amazonaws.com', 'loopback')).toBe('outside');
    expect(faultOf('http://u:p@127.0.0.1', 'loopback')).toBe('credentials');
  });
});

it('lets an answered address carry a query, but no name and password', () => {
  expect(judgeAddress('https://cdn.example.com/a.jpg?sig=1', 'public', 'answered').ok).toBe(true);
  expect(judgeAddress('https://u:p@cdn.example.com/a.jpg', 'public', 'answered').ok).toBe(false);
});

it.each([
  ['8.8.8.8', false],
  ['172.32.0.1', false],
  ['2606:4700::1111', false],
  ['100.64.0.1', true],
  ['224.0.0.1', true],
  ['fd00::1', true],
  ['fe80::1', true],
  ['::', true],
  ['::ffff:192.168.0.1', true],
  ['64:ff9b::a00:1', true],
  ['2002:a00:1::', true],
  ['not an address', true],
])('knows whether %s is private: %s', (ip, isPrivate) => expect(isPrivateIp(ip)).toBe(isPrivate));
