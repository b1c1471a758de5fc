// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// Claims: who works on what, so that two people or agents never take the same item. A claim is a small file in the
// state folder of the repository, which all work trees share; it ends by itself. Taking and releasing hold the lock,
// so one of two that claim at once always loses. Claims say nothing about documents and can be deleted at any time
// (docs/design/claims.md).
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/base/result.h"
#include "workspace/change_site.h"

namespace milepost {

struct Claim {
  std::string key;         // what is claimed, the same in every work tree
  std::string item;        // for people: id or path
  std::string path;        // where it stood when it was claimed, from the root
  std::string holder;      // who has it
  std::int64_t since = 0;  // seconds since 1970
  std::int64_t until = 0;
};

// A claim as it stands in its file, and back; nothing for a file that is none.
[[nodiscard]] std::string to_claim_text(const Claim& claim);
[[nodiscard]] bool parse_claim(std::string_view text, Claim& into);

class Claims {
 public:
  // Borrows `files`. `root` is canonical.
  Claims(const FileSystem& files, const std::string& root) : files_(files), state_(find_state_folder(files, root)) {}

  // Those that hold at `now`, by item.
  [[nodiscard]] std::vector<Claim> load(std::int64_t now) const;

  // Takes it, or prolongs what the holder has already. Errors: conflict (somebody else has it), usage (a name that is
  // empty or has line breaks), io.
  [[nodiscard]] Result<void> take(const FileWriter& writer, const Claim& wanted) const;

  enum class Force : std::uint8_t { own_only, any };
  // Gives it up. Errors: not_found (nobody has it), conflict (somebody else has it), io.
  [[nodiscard]] Result<Claim> release(const FileWriter& writer, const Claim& given_up, Force force) const;

 private:
  [[nodiscard]] std::string folder() const { return state_.path + "/claims"; }
  [[nodiscard]] std::string path_of(const std::string& key) const;
  [[nodiscard]] ChangeSite site(const FileWriter& writer) const;
  // The claim on the same thing that holds at `now`; empty key: there is none.
  [[nodiscard]] Claim find(const std::string& key, std::int64_t now) const;

  const FileSystem& files_;
  StateFolder state_;
};

}  // namespace milepost
