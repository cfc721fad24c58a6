// What Linux offers for files and Swift does not see.

#ifndef QUARTIER_FILES_FACE_H
#define QUARTIER_FILES_FACE_H

// Lets two files or folders of one file system change places in one step. Returns 0, or -1 where the file system cannot do
// that or one of them is not there.
int quartier_files_exchange(const char *one, const char *other);

#endif
