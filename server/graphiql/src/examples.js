/** The example queries of the project, one tab each, in the order of their file names. */
const queries = import.meta.glob('@queries/*.graphql', { eager: true, query: '?raw', import: 'default' });
const variables = import.meta.glob('@queries/*.variables.json', { eager: true, query: '?raw', import: 'default' });

export const exampleTabs = Object.keys(queries)
  .sort()
  .map((path) => ({
    query: queries[path],
    variables: variables[path.replace(/\.graphql$/, '.variables.json')] ?? '',
  }));
