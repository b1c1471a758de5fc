// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
// A module needs one source.
