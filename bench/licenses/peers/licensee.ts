/** licensee (Debian), in one Ruby process: its command takes one folder a run, which would time Ruby's start. */

import { findProgram, type Peer, runOnOneCore, toAnswer } from "./peer.ts";

/** Each file is read as a licence file of its kind: licensee looks at the ending, and decides by the name what to read. */
const SCRIPT = `
require "licensee"
require "json"
STDOUT.sync = true
clock = -> { Process.clock_gettime(Process::CLOCK_MONOTONIC, :float_millisecond) }
STDIN.each_line(chomp: true) do |path|
  start = clock.call
  begin
    ending = File.extname(path)[/\\A\\.(?:md|markdown|html|txt|rst)\\z/i]
    license = Licensee::ProjectFiles::LicenseFile.new(File.read(path), "LICENSE#{ending}").license
    id = license && license.spdx_id
  rescue StandardError => error
    failure = error.class.name
  end
  puts JSON.generate({ path: path, id: id, failure: failure, ms: clock.call - start })
end
`;

/** No licence, or one that it has no name for. */
const NO_NAME: readonly (string | null)[] = [null, "NONE", "NOASSERTION"];

/** licensee, which GitHub names licences with. */
export const licensee: Peer = {
  id: "licensee",
  async identify(paths) {
    findProgram("licensee");
    const input = [...paths.slice(0, 1), ...paths].map((path) => `${path}\n`).join("");
    const { out } = await runOnOneCore({ program: findProgram("ruby"), args: ["-e", SCRIPT], input });
    return new Map(
      out.slice(1).map(({ text }) => {
        const { path, id, ms }: { path: string; id: string | null; ms: number } = JSON.parse(text);
        return [path, toAnswer(NO_NAME.includes(id) ? null : id, ms)];
      }),
    );
  },
};
