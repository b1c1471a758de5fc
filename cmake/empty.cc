// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
// Carries the shared precompiled header; a target needs one source.
