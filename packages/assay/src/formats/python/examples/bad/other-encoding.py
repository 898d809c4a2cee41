# coding: utf-7
a = '+AGEAYgBj-'
