// The import contract of src/ (docs/architecture.md): which file may import which, checked by `npm run check`.

const DOMAINS =
  'people|titles|initiatives|councils|campaigns|commendations|exemplars|fund|inspection|records|imports';

/** Files of a domain folder by what they are. */
const RULES = `^src/(${DOMAINS}|rulebook)/[a-z/-]*(rules|tally|calendar|fold)[.]ts$`;
const VIEWS = `^src/(${DOMAINS})/[a-z/-]*(views|cards|home)[.]ts$`;
const EDGES = `^src/(${DOMAINS})/[a-z/-]*(slack|jobs)[.]ts$`;
/** What a button, modal or message is called and carries: the one thing of its edge that a domain shows to others. */
const CONTRACTS = `^src/(${DOMAINS})/[a-z/-]*(controls|messages|phrases)[.]ts$`;

export default {
  forbidden: [
    {
      name: 'no-cycles',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'rules-are-pure',
      comment: 'Rules know rules, the rulebook and the kernel: no database, no Slack, no I/O.',
      severity: 'error',
      from: { path: RULES },
      to: {
        path: ['^src/(database|jobs|slack|sandbox)/', '@prisma|@slack|graphile|node:fs|node:http'],
      },
    },
    {
      name: 'views-are-pure',
      comment: 'Views draw data: no Prisma, no Bolt.',
      severity: 'error',
      from: { path: VIEWS },
      to: {
        path: ['^src/database/', '@prisma/client', '@slack/(bolt|web-api)'],
      },
    },
    {
      name: 'use-cases-know-no-edge',
      comment: 'Use cases and queries are below views, listeners and jobs.',
      severity: 'error',
      from: {
        path: `^src/(${DOMAINS})/`,
        pathNot: [
          VIEWS,
          EDGES,
          CONTRACTS,
          `^src/(${DOMAINS})/[a-z/-]*(answers|form-people|prepare-home|prepare-registration)[.]ts$`,
        ],
      },
      to: { path: [VIEWS, EDGES] },
    },
    {
      name: 'views-know-no-edge',
      severity: 'error',
      from: { path: VIEWS },
      to: { path: EDGES },
    },
    {
      name: 'domains-meet-below-their-edges',
      comment:
        "Another domain's rules, queries, use cases and contracts; never its views, listeners or jobs.",
      severity: 'error',
      from: { path: `^src/(${DOMAINS})/` },
      to: { path: [VIEWS, EDGES], pathNot: '^src/$1/' },
    },
    {
      name: 'only-the-root-knows-edges',
      severity: 'error',
      from: { path: '^src/', pathNot: ['^src/domains[.]ts$', `^src/(${DOMAINS})/`] },
      to: { path: EDGES },
    },
    {
      name: 'kernel-is-the-floor',
      comment:
        'But for the types of the database client and of the rulebook, which everything is given.',
      severity: 'error',
      from: { path: '^src/kernel/' },
      to: { path: '^src/(?!kernel/|database/client|database/generated|rulebook/rules)' },
    },
    {
      name: 'database-knows-no-domain',
      severity: 'error',
      from: { path: '^src/database/' },
      to: { path: '^src/(?!database/|kernel/)' },
    },
    {
      name: 'frame-knows-no-domain',
      comment: 'Slack and jobs carry what the domains register; people is who acts.',
      severity: 'error',
      from: { path: '^src/(slack|jobs)/' },
      to: { path: `^src/(${DOMAINS.replace('people|', '')})/` },
    },
    {
      name: 'product-knows-no-sandbox',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/(sandbox/|(serve|practice|front-door)[.]ts$)' },
      to: { path: '^src/sandbox/' },
    },
    {
      name: 'only-the-edge-knows-bolt',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/(slack/|compose[.]ts$)' },
      to: { path: '@slack/bolt' },
    },
    {
      name: 'no-unresolved',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^src/(database/generated|sandbox/page)/' },
    tsPreCompilationDeps: true,
    parser: 'swc',
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
};
