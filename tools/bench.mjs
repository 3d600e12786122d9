// Runs a benchmark of test/bench by its name, on the product as the sources are now.
import './build.mjs';
import 'tsx';

const [name = ''] = process.argv.slice(2);
await import(`../test/bench/${name}.ts`);
