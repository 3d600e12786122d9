// What `npm start` and the other commands run: the product, built first when its sources have changed.
import './build.mjs';

await import('../dist/main.js');
