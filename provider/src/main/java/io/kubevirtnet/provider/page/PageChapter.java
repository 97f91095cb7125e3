package io.kubevirtnet.provider.page;

import io.kubevirtnet.provider.markup.Element;

/**
 * One part of the page.
 *
 * @param count how many things it is about; 0 where that says nothing
 * @param section whose heading has the id
 */
record PageChapter(String id, String title, int count, Element section) {}
