import { expect, test } from 'vitest';
import { isReturn, mayVisit } from './login-hosts.ts';

const real = {
  url: 'https://www.facebook.com/v26.0/dialog/oauth?client_id=1',
  returnUrl: 'https://www.facebook.com/connect/login_success.html',
};
const broker = {
  url: 'https://login.agency.example/login?state=s',
  returnUrl: 'http://127.0.0.1/login/return',
};
const practice = {
  url: 'http://127.0.0.1:4100/v26.0/dialog/oauth?client_id=1',
  returnUrl: 'http://127.0.0.1/login/return',
};

test.each([
  ['https://www.facebook.com/connect/login_success.html?code=c&state=s', true],
  ['https://www.facebook.com/connect/login_success.html#access_token=x', true],
  ['https://www.facebook.com/connect/login_success.html/more', false],
  ['https://www.facebook.com.evil.example/connect/login_success.html?code=c', false],
  ['http://www.facebook.com/connect/login_success.html?code=c', false],
  ['https://me@www.facebook.com/connect/login_success.html?code=c', false],
  ['https://www.facebook.com/?next=https://www.facebook.com/connect/login_success.html', false],
  ['nothing', false],
])('S23 %s is the return: %s', (address, wanted) => {
  expect(isReturn(address, real)).toBe(wanted);
});

test.each([
  ['https://www.facebook.com/login.php', true],
  ['https://m.facebook.com/checkpoint', true],
  ['https://facebook.com/', true],
  ['https://evilfacebook.com/', false],
  ['https://facebook.com.evil.example/', false],
  ['https://evil.example/', false],
  ['https://www.facebook.com:8443/', false],
  ['https://user:pass@www.facebook.com/', false],
  ['http://www.facebook.com/', false],
  ['http://127.0.0.1:4100/', false],
  ['file:///etc/hostname', false],
  ['data:text/html,x', false],
  ['javascript:1', false],
])('S23 a real login may visit %s: %s', (address, wanted) => {
  expect(mayVisit(address, real)).toBe(wanted);
});

test('S23 a broker’s login may visit the broker and Facebook', () => {
  expect(mayVisit('https://login.agency.example/return?code=c', broker)).toBe(true);
  expect(mayVisit('https://www.facebook.com/v26.0/dialog/oauth', broker)).toBe(true);
  expect(mayVisit('https://agency.example/', broker)).toBe(false);
});

test('S33 a login for practice stays on this machine', () => {
  expect(mayVisit('http://127.0.0.1:4200/login', practice)).toBe(true);
  expect(mayVisit('http://localhost:4200/login', practice)).toBe(true);
  expect(mayVisit('https://www.facebook.com/', practice)).toBe(false);
  expect(isReturn('http://127.0.0.1:4100/login/return?code=c', practice)).toBe(false);
  expect(isReturn('http://127.0.0.1/login/return?code=c', practice)).toBe(true);
});
