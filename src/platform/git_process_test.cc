// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "platform/git_process.h"

#include <gmock/gmock.h>
#include <sys/stat.h>

#include <filesystem>

#include "platform/child_process.h"
#include "support/git/git_sandbox.h"

namespace milepost {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsSupersetOf;
using testing::UnorderedElementsAre;

constexpr std::uint64_t kLimit = 1U << 20U;

class GitProcessTest : public testing::Test {
 protected:
  std::vector<std::string> added(const GitReach& reach) { return git_.added_paths(box_.root(), reach).value(); }
  GitReach everything(const std::string& folder = "main") {
    GitReach reach;
    const auto refs = git_.refs(box_.base() + "/" + folder).value();
    for (const GitRef& ref : refs) reach.from.push_back(ref.object);
    return reach;
  }
  std::string head(const std::string& name = "HEAD") {
    std::string id = box_.git({"rev-parse", name});
    id.pop_back();
    return id;
  }
  // A program that leaves a trace when it is run.
  std::string make_trap() {
    const std::string trap = box_.base() + "/trap.sh";
    box_.write("trap.sh", "#!/bin/sh\ntouch " + box_.base() + "/sprung\ncat\n");
    ::chmod(trap.c_str(), 0755);
    return trap;
  }
  [[nodiscard]] bool is_sprung() const { return std::filesystem::exists(box_.base() + "/sprung"); }

  GitSandbox box_;
  GitProcess git_{get_environment()};
};

TEST_F(GitProcessTest, ListsRefsOfEveryKind) {
  box_.write("main/a.md", "a");
  box_.commit("first");
  box_.git({"branch", "topic"});
  box_.git({"tag", "-m", "a tag", "v1"});
  box_.git({"update-ref", "refs/remotes/origin/far", "HEAD"});
  std::vector<std::string> names;
  const auto refs = git_.refs(box_.root());
  ASSERT_TRUE(refs);
  for (const GitRef& ref : *refs) names.push_back(ref.name);
  EXPECT_THAT(names, ElementsAre("refs/heads/main", "refs/heads/topic", "refs/remotes/origin/far", "refs/tags/v1"));
  EXPECT_EQ(refs->front().object, head());
}

TEST_F(GitProcessTest, NamesEveryFileThatEverCameIntoBeing) {
  box_.write("main/docs/M1.md", "one");
  box_.commit("first");
  box_.remove("main/docs/M1.md");
  box_.write("main/docs/M2 \"quoted\"\n.md", "two");
  box_.commit("second");
  box_.git({"checkout", "--quiet", "-b", "topic"});
  box_.write("main/docs/M3-käse.md", "three");
  box_.commit("third");
  EXPECT_THAT(added(everything()), UnorderedElementsAre("docs/M1.md", "docs/M2 \"quoted\"\n.md", "docs/M3-käse.md"));
  EXPECT_THAT(added({{head()}, {head("main")}}), ElementsAre("docs/M3-käse.md"));
}

TEST_F(GitProcessTest, SeesWhatOnlyAMergeBroughtIn) {
  box_.write("main/a.md", "a");
  box_.commit("first");
  box_.git({"checkout", "--quiet", "-b", "topic"});
  box_.write("main/b.md", "b");
  box_.commit("second");
  box_.git({"checkout", "--quiet", "main"});
  box_.write("main/c.md", "c");
  box_.commit("third");
  box_.git({"merge", "--quiet", "--no-commit", "topic"});
  box_.write("main/evil.md", "d");
  box_.commit("merge");
  box_.git({"branch", "--delete", "topic"});
  EXPECT_THAT(added(everything()), UnorderedElementsAre("a.md", "b.md", "c.md", "evil.md"));
}

TEST_F(GitProcessTest, ObjectsThatAreGoneArePassedOver) {
  box_.write("main/a.md", "a");
  box_.commit("first");
  EXPECT_THAT(added({{head(), std::string(40, '1')}, {std::string(40, '2')}}), ElementsAre("a.md"));
}

TEST_F(GitProcessTest, GivesEveryVersionOfAFile) {
  box_.write("main/docs/M.md", "# M1\n");
  box_.commit("first");
  box_.write("main/docs/M.md", "# M1\n# M2\n");
  box_.write("main/other.md", "x");
  box_.commit("second");
  const std::vector<std::string> paths{"docs/M.md"};
  const auto versions = git_.versions_of(box_.root() + "/docs", paths);
  ASSERT_TRUE(versions);
  std::vector<std::string> blobs;
  for (const GitVersion& version : *versions) {
    EXPECT_EQ(version.path, "docs/M.md");
    blobs.push_back(version.blob);
  }
  blobs.emplace_back("HEAD:nothing.md");
  blobs.emplace_back("HEAD:docs/M.md");
  const auto texts = git_.load_blobs(box_.root(), blobs, kLimit);
  ASSERT_TRUE(texts);
  EXPECT_THAT(*texts, testing::UnorderedElementsAre("# M1\n", "# M1\n# M2\n", std::nullopt, "# M1\n# M2\n"));
  EXPECT_FALSE(git_.load_blobs(box_.root(), blobs, 3)->front());
}

TEST_F(GitProcessTest, ListsTheFilesOfACommit) {
  box_.write("main/docs/a b.md", "a");
  box_.write("main/z.md", "z");
  box_.commit("first");
  const auto files = git_.files_of(box_.root() + "/docs", "HEAD");
  ASSERT_TRUE(files);
  ASSERT_EQ(files->size(), 2U);
  EXPECT_EQ(files->front().path, "docs/a b.md");
  EXPECT_EQ(files->front().blob.size(), 40U);
  EXPECT_EQ(git_.files_of(box_.root(), "--all").error().kind, ErrorKind::usage);
  EXPECT_EQ(git_.files_of(box_.root(), "nowhere").error().kind, ErrorKind::usage);
}

TEST_F(GitProcessTest, KnowsTheLastChangeOfAFile) {
  EXPECT_EQ(git_.last_change(box_.root(), "a.md").value(), std::nullopt);
  box_.write("main/docs/a.md", "a");
  box_.commit("docs: begin");
  box_.write("main/b.md", "b");
  box_.commit("second");
  const auto change = git_.last_change(box_.root() + "/docs", "a.md");
  ASSERT_TRUE(change && *change);
  EXPECT_EQ((*change)->subject, "docs: begin");
  EXPECT_EQ((*change)->author, "Test Author");
  EXPECT_EQ((*change)->time, 1768478400);
  EXPECT_EQ(git_.last_change(box_.root(), "nothing.md").value(), std::nullopt);
}

TEST_F(GitProcessTest, ChangedPathsAreChangedNewAndDeletedOnes) {
  for (const char* name : {"main/docs/same.md", "main/docs/edited.md", "main/docs/deleted.md", "main/top.md"})
    box_.write(name, "1");
  box_.write("main/.gitignore", "ignored.md\n");
  box_.commit("first");
  box_.write("main/docs/committed.md", "2");
  box_.commit("second");
  box_.write("main/docs/edited.md", "22");
  box_.remove("main/docs/deleted.md");
  box_.write("main/docs/new.md", "2");
  box_.write("main/docs/ignored.md", "2");
  box_.write("main/docs/staged.md", "2");
  box_.git({"add", "docs/staged.md"});
  EXPECT_THAT(git_.changed_paths(box_.root() + "/docs", "HEAD~1").value(),
              ElementsAre("committed.md", "deleted.md", "edited.md", "new.md", "staged.md"));
  EXPECT_THAT(git_.staged_paths(box_.root() + "/docs").value(), ElementsAre("staged.md"));
  EXPECT_EQ(git_.changed_paths(box_.root(), "gone").error().kind, ErrorKind::usage);
}

TEST_F(GitProcessTest, NothingThatARepositoryNamesIsRun) {
  const std::string trap = make_trap();
  box_.write("main/a.md", "a\n");
  box_.write("main/.gitattributes", "*.md filter=evil diff=evil\n");
  box_.commit("first");
  for (const char* key :
       {"core.fsmonitor", "filter.evil.clean", "filter.evil.smudge", "filter.evil.process", "diff.evil.textconv",
        "diff.evil.command", "diff.external", "core.pager", "core.editor", "gpg.program", "pager.log"})
    box_.git({"config", key, trap});
  box_.git({"config", "filter.evil.required", "true"});
  box_.git({"config", "log.showSignature", "true"});
  box_.write("main/.git/hooks/post-index-change", "#!/bin/sh\nexec " + trap + "\n");
  ::chmod((box_.root() + "/.git/hooks/post-index-change").c_str(), 0755);
  box_.write("main/a.md", "b\n");
  const std::vector<std::string> paths{"a.md"};
  EXPECT_THAT(git_.changed_paths(box_.root(), "HEAD").value(), ElementsAre("a.md"));
  EXPECT_TRUE(git_.staged_paths(box_.root()));
  EXPECT_TRUE(git_.last_change(box_.root(), "a.md"));
  EXPECT_TRUE(git_.versions_of(box_.root(), paths));
  EXPECT_EQ(added(everything()).size(), 2U);
  EXPECT_FALSE(is_sprung());
}

TEST_F(GitProcessTest, TheEnvironmentOfAHookDoesNotLeadAstray) {
  box_.write("main/a.md", "a");
  box_.commit("first");
  auto environment = get_environment();
  environment.emplace_back("GIT_DIR=/nowhere");
  environment.emplace_back("GIT_WORK_TREE=/nowhere");
  environment.emplace_back("GIT_OBJECT_DIRECTORY=/nowhere");
  const GitProcess git(environment);
  EXPECT_EQ(git.refs(box_.root()).value().size(), 1U);
}

TEST_F(GitProcessTest, StagedPathsAreThoseOfTheIndexThatAHookIsGiven) {
  box_.write("main/a.md", "a");
  box_.commit("first");
  box_.write("main/b.md", "b");
  auto environment = get_environment();
  environment.emplace_back("GIT_INDEX_FILE=.git/other-index");
  const GitProcess git(environment);
  EXPECT_THAT(git.staged_paths(box_.root()).value(), ElementsAre("a.md"));  // that index is empty
  EXPECT_THAT(git_.staged_paths(box_.root()).value(), ElementsAre());
}

TEST_F(GitProcessTest, SaysWhyItCanNotAnswer) {
  const auto outside = git_.refs(box_.base());
  ASSERT_FALSE(outside);
  EXPECT_EQ(outside.error().kind, ErrorKind::git);
  EXPECT_THAT(outside.error().message, HasSubstr("not a git repository"));
  const GitProcess without({"PATH=bin:."});
  EXPECT_THAT(without.refs(box_.root()).error().message, HasSubstr("no `git`"));
  box_.write("main/.git/HEAD", "broken");
  EXPECT_EQ(git_.refs(box_.root()).error().kind, ErrorKind::git);
}

TEST_F(GitProcessTest, AnEmptyRepositoryHasNothing) {
  EXPECT_THAT(git_.refs(box_.root()).value(), ElementsAre());
  EXPECT_THAT(added({}), ElementsAre());
  EXPECT_THAT(git_.staged_paths(box_.root()).value(), ElementsAre());
}

TEST_F(GitProcessTest, AShallowCloneKnowsWhatStandsAtItsBoundary) {
  for (const char* name : {"main/M1.md", "main/M2.md", "main/M3.md"}) {
    box_.write(name, name);
    box_.commit(name);
  }
  box_.git({"clone", "--quiet", "--depth=1", "file://" + box_.root(), "shallow"}, "");
  EXPECT_THAT(git_.added_paths(box_.base() + "/shallow", everything("shallow")).value(),
              IsSupersetOf({"M1.md", "M2.md", "M3.md"}));
}

TEST_F(GitProcessTest, TheMergeBaseIsWhereABranchBegan) {
  box_.write("main/a.md", "a");
  box_.commit("first");
  const std::string first = head();
  box_.git({"checkout", "-q", "-b", "topic"});
  box_.write("main/b.md", "b");
  box_.commit("on topic");
  box_.git({"checkout", "-q", "main"});
  box_.write("main/c.md", "c");
  box_.commit("on main");
  EXPECT_EQ(git_.merge_base(box_.root(), "topic").value(), first);
  const auto unknown = git_.merge_base(box_.root(), "--all");
  ASSERT_FALSE(unknown);
  EXPECT_EQ(unknown.error().kind, ErrorKind::usage);
  box_.git({"checkout", "-q", "--orphan", "alone"});
  box_.commit("alone");
  EXPECT_EQ(git_.merge_base(box_.root(), "topic").value(), std::nullopt);
}

TEST_F(GitProcessTest, TheIndexIsToldApartFromTheWorkTree) {
  box_.write("main/docs/a.md", "staged");
  box_.write("main/docs/b.md", "same");
  box_.write("main/other.md", "o");
  box_.git({"add", "."});
  box_.write("main/docs/a.md", "edited since");
  box_.write("main/docs/new.md", "untracked");
  const std::string folder = box_.root() + "/docs";
  const auto files = git_.index_files(folder).value();
  ASSERT_EQ(files.size(), 2U);
  EXPECT_EQ(files.front().path, "a.md");
  const std::vector<std::string> blobs{files.front().blob};
  EXPECT_EQ(git_.load_blobs(folder, blobs, kLimit).value().front(), "staged");
  EXPECT_THAT(git_.unstaged_paths(folder).value(), ElementsAre("a.md"));
}

TEST_F(GitProcessTest, HooksAreWhereTheConfigurationSays) {
  EXPECT_EQ(git_.hooks_path(box_.root()).value(), std::nullopt);
  box_.git({"config", "core.hooksPath", ".husky"});
  EXPECT_EQ(git_.hooks_path(box_.root()).value(), ".husky");
}

TEST_F(GitProcessTest, CommitsTheNamedFilesAndNoOther) {
  box_.write("main/docs/old.md", "1");
  box_.write("main/docs/edited.md", "1");
  box_.write("main/other.md", "1");
  box_.commit("first");
  box_.remove("main/docs/old.md");
  box_.write("main/docs/moved to.md", "1");
  box_.write("main/docs/edited.md", "2");
  box_.write("main/other.md", "2");
  box_.git({"add", "other.md"});
  const std::vector<std::string> paths{"old.md", "moved to.md", "edited.md", "never known.md"};
  const auto commit = git_.commit_paths(box_.root() + "/docs", paths, "docs: move\n\n# no comment\n");
  ASSERT_TRUE(commit) << commit.error().message;
  EXPECT_EQ(*commit, head());
  EXPECT_EQ(box_.git({"log", "-1", "--format=%B"}), "docs: move\n\n# no comment\n\n");
  EXPECT_EQ(box_.git({"show", "--format=", "--name-only", "--no-renames"}),
            "docs/edited.md\ndocs/moved to.md\ndocs/old.md\n");
  EXPECT_THAT(git_.staged_paths(box_.root()).value(), ElementsAre("other.md"));
}

TEST_F(GitProcessTest, TellsWhatCommitsDidToMarkdown) {
  EXPECT_THAT(git_.changes_in(box_.root(), {{"HEAD"}, {}}).value().changes, testing::IsEmpty());  // no commit yet
  box_.write("main/a b.md", "one\n");
  box_.write("main/a.txt", "one\n");
  box_.commit("first");
  box_.write("main/a b.md", "two\n");
  box_.commit("second");
  box_.git({"mv", "a b.md", "c.md"});
  box_.commit("third");
  box_.git({"checkout", "--quiet", "-b", "topic"});
  box_.remove("main/c.md");
  box_.commit("fourth");
  const auto changes = git_.changes_in(box_.root(), {{"refs/heads/topic"}, {}});
  ASSERT_TRUE(changes);
  std::vector<std::string> told;
  for (const GitChange& change : changes->changes)
    told.push_back(std::string(1, static_cast<char>(change.kind)) + " " + change.path + " " + change.old_path);
  EXPECT_THAT(told, ElementsAre("D c.md ", "R c.md a b.md", "M a b.md ", "A a b.md "));
  EXPECT_EQ(changes->changes[2].old_blob, changes->changes[3].new_blob);
  EXPECT_EQ(changes->commits.front().ref, "refs/heads/topic");
  EXPECT_TRUE(changes->commits.front().day);
  EXPECT_EQ(git_.changes_in(box_.root(), {{"refs/heads/topic"}, {"main"}}).value().changes.size(), 1U);
}

TEST_F(GitProcessTest, ACommitThatAHookRefusesLeavesTheIndexAsItWas) {
  box_.write("main/edited.md", "1");
  box_.commit("first");
  box_.write("main/.git/hooks/pre-commit", "#!/bin/sh\necho first word\necho second word >&2\nexit 1\n");
  box_.make_runnable("main/.git/hooks/pre-commit");
  box_.write("main/edited.md", "2");
  box_.write("main/new.md", "1");
  box_.write("main/staged.md", "1");
  box_.git({"add", "staged.md"});
  const std::string before = box_.git({"status", "--porcelain"});
  const std::vector<std::string> paths{"edited.md", "new.md"};
  const auto commit = git_.commit_paths(box_.root(), paths, "no");
  ASSERT_FALSE(commit);
  EXPECT_EQ(commit.error().message, "git refused the commit: first word");
  EXPECT_THAT(commit.error().frames, ElementsAre("second word"));
  EXPECT_EQ(box_.git({"status", "--porcelain"}), before);
}

TEST_F(GitProcessTest, CommitsAFolderWithoutWhatIsIgnoredInIt) {
  box_.write("main/.gitignore", "*.swp\n");
  box_.commit("first");
  box_.write("main/done/M1.md", "1");
  box_.write("main/done/.M1.md.swp", "1");
  ASSERT_TRUE(git_.commit_paths(box_.root(), std::vector<std::string>{"done"}, "done"));
  EXPECT_EQ(box_.git({"show", "--format=", "--name-only"}), "done/M1.md\n");
  EXPECT_FALSE(git_.commit_paths(box_.root(), std::vector<std::string>{"done/.M1.md.swp"}, "no"));
}

}  // namespace
}  // namespace milepost
