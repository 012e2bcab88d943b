// The peer: Hocuspocus as its documentation starts it, in memory, or with its database extension over PostgreSQL.
import { Database } from "@hocuspocus/extension-database";
import { Server } from "@hocuspocus/server";
import pg from "pg";

const [database] = process.argv.slice(2);
const extensions = [];

if (database) {
  const pool = new pg.Pool(JSON.parse(database));
  await pool.query("CREATE TABLE IF NOT EXISTS peer_documents (name text PRIMARY KEY, state bytea NOT NULL)");
  extensions.push(
    new Database({
      fetch: async ({ documentName }) => (await pool.query("SELECT state FROM peer_documents WHERE name = $1", [documentName])).rows[0]?.state ?? null,
      store: async ({ documentName, state }) => {
        await pool.query("INSERT INTO peer_documents VALUES ($1, $2) ON CONFLICT (name) DO UPDATE SET state = excluded.state", [documentName, state]);
      },
    }),
  );
}

const server = new Server({ address: "127.0.0.1", port: 0, quiet: true, extensions });
await server.listen();
console.log(server.address.port);
process.stdin.resume().on("end", () => process.exit(0));
