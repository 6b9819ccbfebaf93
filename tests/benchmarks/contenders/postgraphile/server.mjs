// PostGraphile as its manual says to run it in production: `node server.mjs PORT DATABASE_URL POOL`.
import { createServer } from "node:http";
import { makePgService } from "postgraphile/adaptors/pg";
import { grafserv } from "postgraphile/grafserv/node";
import { postgraphile } from "postgraphile";
import { PostGraphileAmberPreset } from "postgraphile/presets/amber";

const [port, databaseUrl, pool] = process.argv.slice(2);

const preset = {
  extends: [PostGraphileAmberPreset],
  pgServices: [
    makePgService({
      connectionString: databaseUrl,
      schemas: ["peer"],
      poolConfig: {
        max: Number(pool),
        min: Number(pool),
        idleTimeoutMillis: 0,
        options: "-c jit=off -c max_parallel_workers_per_gather=0 -c timezone=UTC",
      },
    }),
  ],
  gather: { installWatchFixtures: false },
  grafserv: { graphqlPath: "/graphql", graphiql: false, watch: false, websockets: false },
  grafast: { explain: false },
};

const pgl = postgraphile(preset);
const serv = pgl.createServ(grafserv);
await pgl.getSchema(); // ready before the port is open
const server = createServer();
server.on("error", (problem) => {
  console.error(problem);
  process.exit(1);
});
serv.addTo(server).then(() => server.listen(Number(port), "127.0.0.1"));
