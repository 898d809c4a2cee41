import torch.nn as nn
from .configuration_owl import OwlConfig
from os import path as p, environ

class Owl(nn.Module):
    def __init__(self, config: OwlConfig):
        super().__init__()
        self.layers = nn.ModuleList([nn.Linear(8, 8) for _ in range(config.depth)])

    def save(self, where="owl"):
        with open(p.join(where, "owl.txt"), "w") as file:
            file.write("owl")
