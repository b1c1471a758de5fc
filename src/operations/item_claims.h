// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// What the operations on claims share: by what an item is claimed, who claims here, for how long, and what is claimed.
// The claims themselves are kept by workspace/claims.h.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "core/base/result.h"
#include "core/document/corpus.h"
#include "core/render/json_writer.h"
#include "workspace/claims.h"

namespace milepost {

class Arguments;
class Session;

// By what items are claimed: the same for an item in every work tree and through its whole life. It is the id and where
// its row of ids stands, folders for what is complete or archived left out. Where several items of one row bear the
// same id (a collision after a merge), the name of the file tells them apart.
class ClaimKeys {
 public:
  // Borrows `corpus`.
  explicit ClaimKeys(const Corpus& corpus);

  [[nodiscard]] std::string of(ItemKey key) const;
  // The claim on the item among these; also one that was made where its id had fewer or more bearers than here.
  // nullptr: nobody has it.
  [[nodiscard]] const Claim* find(const std::vector<Claim>& claims, ItemKey key) const;

 private:
  const Corpus& corpus_;
  std::map<std::string, int> bearers_;
};

// "90m", "4h", "2d" in seconds. Errors: usage.
[[nodiscard]] Result<std::int64_t> parse_claim_duration(std::string_view text);
// "2 h 30 min"; of what is left of a claim, rounded up to a minute.
[[nodiscard]] std::string describe_duration(std::int64_t seconds);

// Who and until when.
struct Claimer {
  std::string name;
  std::int64_t now = 0;
  std::int64_t duration = 0;
};

// From --as and --for, else from the configuration; without a name the folder of the work tree, because each agent has
// one of its own. Errors: usage.
[[nodiscard]] Result<Claimer> find_claimer(Session& session, const Arguments& arguments);

// Takes the item for the claimer. Errors: conflict, usage, io, unavailable.
[[nodiscard]] Result<Claim> claim_item(Session& session, const Claimer& claimer, ItemKey key);

// {"item","path","holder","since","until"}; the path is null when the claimed item is not found here.
void write_claim(JsonWriter& json, const Claim& claim, const std::optional<std::string>& path);
extern const std::string_view kClaimSchema;

}  // namespace milepost
