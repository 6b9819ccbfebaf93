/** The query page: GraphiQL on this server's own endpoint, with the example queries as tabs. */
import './adopted-styles.js';
import { explorerPlugin } from '@graphiql/plugin-explorer';
import { HISTORY_PLUGIN } from '@graphiql/plugin-history';
import { createGraphiQLFetcher } from '@graphiql/toolkit';
import { GraphiQL } from 'graphiql';
import 'graphiql/setup-workers/vite';
import { createRoot } from 'react-dom/client';
import { exampleTabs } from './examples.js';
import 'graphiql/style.css';
import '@graphiql/plugin-explorer/style.css';
import './page.css';

const endpoint = new URL(window.location.pathname, window.location.origin);
const liveEndpoint = new URL(endpoint);
liveEndpoint.protocol = endpoint.protocol === 'https:' ? 'wss:' : 'ws:';

const ask = createGraphiQLFetcher({ url: endpoint.href, subscriptionUrl: liveEndpoint.href });

/** Just after a change of tab GraphiQL still gives the operation name of the tab before: leave such a name out. */
const fetcher = ({ operationName, ...question }, options) => {
  const isThere = new RegExp(`\\b(query|mutation|subscription)\\s+${operationName}\\b`).test(question.query);
  return ask(isThere ? { operationName, ...question } : question, options);
};
const plugins = [HISTORY_PLUGIN, explorerPlugin({ showAttribution: false })];

createRoot(document.getElementById('graphiql')).render(
  <GraphiQL fetcher={fetcher} plugins={plugins} defaultTabs={exampleTabs} defaultEditorToolsVisibility={true}>
    <GraphiQL.Logo>
      <a className="schakel-logo" href="./">
        Schakel
      </a>
    </GraphiQL.Logo>
  </GraphiQL>,
);
