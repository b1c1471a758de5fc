// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// The cost of linking a corpus and of finding an item in it, per number of documents.
#include <benchmark/benchmark.h>

#include "core/document/corpus.h"
#include "made_document.h"

namespace milepost {
namespace {

ItemKind kind_of(const std::string& word) { return parse_item_kind(word).value_or(ItemKind::milestone); }

// Summaries as a reader would make them of the made-up tree.
std::vector<DocumentSummary> made_summaries(std::uint32_t count) {
  std::vector<DocumentSummary> documents;
  for (std::uint32_t i = 0; i < count; ++i) {
    const bench::Facts facts = bench::make_document(1, i).facts;
    Item item;
    item.kind = kind_of(facts.kind);
    if (!facts.id.empty()) item.id = Stated<std::string>{facts.id, {}, Carrier::front_matter};
    item.title = Stated<std::string>{facts.title, {}, Carrier::heading};
    if (facts.dialect == "execplan" && !facts.parent.empty()) item.parent = Reference{facts.parent, {}, {}, {}, 0};
    for (const std::string& id : facts.depends_on) item.depends_on.push_back({id, {}, {}, {}, 0});
    DocumentSummary document;
    document.path = facts.path;
    document.dialect = facts.dialect;
    document.items.push_back(std::move(item));
    documents.push_back(std::move(document));
  }
  return documents;
}

void build_corpus(benchmark::State& state) {
  const auto documents = made_summaries(static_cast<std::uint32_t>(state.range(0)));
  for (auto _ : state) {
    state.PauseTiming();
    auto copy = documents;
    state.ResumeTiming();
    benchmark::DoNotOptimize(Corpus::build(std::move(copy)));
  }
  state.SetComplexityN(state.range(0));
}
BENCHMARK(build_corpus)->RangeMultiplier(10)->Range(1'000, 100'000)->Unit(benchmark::kMillisecond)->Complexity();

void find_by_short_id(benchmark::State& state) {
  const Corpus corpus = Corpus::build(made_summaries(static_cast<std::uint32_t>(state.range(0))));
  for (auto _ : state) benchmark::DoNotOptimize(corpus.find("HB-0001"));
}
BENCHMARK(find_by_short_id)->Arg(10'000)->Unit(benchmark::kMillisecond);

void find_nothing(benchmark::State& state) {
  const Corpus corpus = Corpus::build(made_summaries(static_cast<std::uint32_t>(state.range(0))));
  for (auto _ : state) benchmark::DoNotOptimize(corpus.find("EP-20240102-009/MS0777"));
}
BENCHMARK(find_nothing)->Arg(10'000)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace milepost

BENCHMARK_MAIN();
