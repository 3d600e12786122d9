/**
 * Serves the page: its script and style are bundled in memory when first asked for, its HTML is
 * read from beside it. Nothing is loaded from elsewhere, and the policy below forbids it.
 */
import { readFile } from 'node:fs/promises';
import type { ServerResponse } from 'node:http';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { packageRoot } from '../kernel/package-root.ts';
import { sendText } from './http/respond.ts';

const FOLDER = new URL('src/sandbox/page/', packageRoot);

const SECURITY_HEADERS = {
  'content-security-policy':
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; " +
    "connect-src 'self'; font-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
};

const ASSETS: Record<string, { contentType: string; load: () => Promise<string> }> = {
  '/': { contentType: 'text/html; charset=utf-8', load: () => readPageFile('index.html') },
  '/page.css': {
    contentType: 'text/css; charset=utf-8',
    load: () => bundle('page.css', 'page.css'),
  },
  '/page.js': {
    contentType: 'text/javascript; charset=utf-8',
    load: () => bundle('main.tsx', 'page.js'),
  },
};

/** One load for all workspaces of the process: the page does not change while it runs. */
const loaded = new Map<string, Promise<string>>();

export function isPagePath(pathname: string): boolean {
  return pathname in ASSETS || isDeepLink(pathname);
}

/** chat.getPermalink's addresses open the page, which finds the message by its path. */
function isDeepLink(pathname: string): boolean {
  return /^\/archives\/[A-Z0-9]+\/p\d+$/.test(pathname);
}

export async function servePage(res: ServerResponse, pathname: string): Promise<void> {
  const path = isDeepLink(pathname) ? '/' : pathname;
  const asset = ASSETS[path];
  if (asset === undefined) return sendText(res, 404, 'Not Found');
  const body = await load(path, asset.load);
  res.writeHead(200, {
    'content-type': asset.contentType,
    'cache-control': 'no-cache',
    ...SECURITY_HEADERS,
  });
  res.end(body);
}

function load(path: string, read: () => Promise<string>): Promise<string> {
  const known = loaded.get(path);
  if (known !== undefined) return known;
  const loading = read();
  loaded.set(path, loading);
  // A failed load is tried again at the next visit.
  loading.catch(() => loaded.delete(path));
  return loading;
}

function readPageFile(name: string): Promise<string> {
  return readFile(new URL(name, FOLDER), 'utf8');
}

async function bundle(source: string, built: string): Promise<string> {
  const result = await build({
    entryPoints: [fileURLToPath(new URL(source, FOLDER))],
    bundle: true,
    write: false,
    format: 'esm',
    target: 'es2022',
    jsx: 'automatic',
    jsxImportSource: 'preact',
    minify: true,
    legalComments: 'none',
    logLevel: 'silent',
  });
  const [bundled] = result.outputFiles;
  if (bundled === undefined) throw new Error(`the page has no ${built}`);
  return bundled.text;
}
