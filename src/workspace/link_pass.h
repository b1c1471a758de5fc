// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// The second half of a discovery: links. Done by one worker in sorted order, because what a link adds depends on what
// was met before. Private to discovery.
#pragma once

#include <vector>

#include "workspace/discovery_worker.h"

namespace milepost {

// `worker` is the only one of `queue`, works in order and passes over what the tree has given already. Results are left
// in it.
void follow_links(const DiscoveryRequest& request, std::vector<FoundLink> links, WorkQueue<DiscoveryJob>& queue,
                  DiscoveryWorker& worker);

}  // namespace milepost
