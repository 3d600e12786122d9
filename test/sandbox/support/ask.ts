import { request } from 'node:http';

export interface Answer {
  status: number;
  headers: Record<string, unknown>;
  text: string;
}

/** Plain requests to a server: fetch does not let a caller choose Host, an attacker's DNS does. */
export function asker(url: string) {
  const { hostname, port } = new URL(url);
  return (
    path: string,
    options: { method?: string; headers?: Record<string, string>; body?: string | Buffer } = {},
  ): Promise<Answer> => {
    const { method = 'GET', headers = {}, body } = options;
    return new Promise((resolve, reject) => {
      const req = request({ hostname, port, path, method, headers }, (res) => {
        const chunks: Buffer[] = [];
        res.on('data', (chunk) => chunks.push(chunk));
        res.on('end', () =>
          resolve({
            status: res.statusCode ?? 0,
            headers: res.headers,
            text: Buffer.concat(chunks).toString('utf8'),
          }),
        );
      });
      req.on('error', reject);
      req.end(body);
    });
  };
}
