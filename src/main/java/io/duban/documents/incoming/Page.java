package io.duban.documents.incoming;

/** A part of a paper that one step writes anew while the others stay. */
sealed interface Page permits Sender, Content, Register, Proposal, Leading, Assigning, Ending, Course {}
